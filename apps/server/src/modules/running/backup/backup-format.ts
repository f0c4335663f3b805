/**
 * @file The format of a backup file: a tar archive that ordinary tools can open.
 *
 *     kindred-backup.json              what it is and when it was made
 *     tables/NAME/00001.copy.zst ...   a table, as COPY writes it in text form, in pieces of 4 MiB
 *     jobs/00001.copy.zst ...          the work that was queued
 *     models/VERSION/FILE              the artefacts of models, as they are
 *     manifest.json                    columns, rows and checksums of all that
 *     SHA256                           of every byte before this member
 */
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { BackupError } from './backup-error.ts';
import { blockBytes, encodeTarHeader } from './tar-header.ts';

export const pieceBytes = 4 * 1024 * 1024;

const format = 1;
export const firstMember = 'kindred-backup.json';
export const manifestMember = 'manifest.json';
const lastMember = 'SHA256';

const closed = { additionalProperties: false };
const Count = Type.Integer({ minimum: 0 });
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

const Preamble = Type.Object({ kindred_backup: Type.Integer(), created_at: Type.String() });

/** Text that COPY wrote. The checksum covers the uncompressed text, so that two databases can be compared. */
const Copied = Type.Object({ rows: Count, bytes: Count, pieces: Count, sha256: Sha256 }, closed);

const Manifest = Type.Object(
  {
    format: Type.Literal(format),
    created_at: Type.String({ format: 'date-time' }),
    postgres: Type.String(),
    migrations: Type.Array(Type.Object({ created_at: Count, hash: Sha256 }, closed)),
    tables: Type.Array(
      Type.Object({ name: Type.String(), columns: Type.Array(Type.String()), copied: Copied }, closed),
    ),
    sequences: Type.Array(
      Type.Object({ name: Type.String(), next: Type.String({ pattern: '^-?\\d+$' }) }, closed),
    ),
    jobs: Copied,
    files: Type.Array(Type.Object({ name: Type.String(), bytes: Count, sha256: Sha256 }, closed)),
    /** Registered models whose artefacts were not in the data folder. */
    missing_models: Type.Array(Type.String()),
  },
  closed,
);

export type Copied = Static<typeof Copied>;
export type Manifest = Static<typeof Manifest>;
export type DumpedTable = Manifest['tables'][number];
export type KeptFile = Manifest['files'][number];

export const pieceOf = (folder: string, number: number): string =>
  `${folder}/${String(number).padStart(5, '0')}.copy.zst`;
export const tableFolder = (table: string): string => `tables/${table}`;
export const jobsFolder = 'jobs';

export function encodePreamble(createdAt: Date): Buffer {
  return Buffer.from(`${JSON.stringify({ kindred_backup: format, created_at: createdAt.toISOString() })}\n`);
}

/** @throws BackupError if this version of Kindred cannot read the format */
export function checkPreamble(text: string): void {
  const preamble = parse(text);
  if (!Value.Check(Preamble, preamble)) throw new BackupError('its first member is not one of a backup');
  if (preamble.kindred_backup !== format)
    throw new BackupError(
      `its format is ${preamble.kindred_backup}, and this Kindred reads format ${format}: update Kindred`,
    );
}

export function decodeManifest(text: string): Manifest {
  const manifest = parse(text);
  if (!Value.Check(Manifest, manifest)) {
    const [wrong] = Value.Errors(Manifest, manifest);
    throw new BackupError(
      `its manifest is wrong at ${wrong?.instancePath || 'its start'}: ${wrong?.message}`,
    );
  }
  return manifest;
}

/** Returns the end of the file, which has a fixed length: the checksum of everything before it, and the two empty blocks of tar. */
export function encodeTrailer(sha256: string): Buffer {
  const content = Buffer.from(`${sha256}\n`);
  const trailer = Buffer.alloc(trailerBytes);
  encodeTarHeader({ name: lastMember, bytes: content.length }, new Date(0)).copy(trailer);
  content.copy(trailer, blockBytes);
  return trailer;
}

export const trailerBytes = 4 * blockBytes;
/** The position of the checksum in the trailer. */
export const checksumPlace = { from: blockBytes, to: blockBytes + 64 };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
