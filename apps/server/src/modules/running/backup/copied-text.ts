/** @file Writes the output of COPY into compressed pieces of a backup, and loads it back. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { BackupError } from './backup-error.ts';
import { type Copied, pieceBytes, pieceOf } from './backup-format.ts';
import type { Backup } from './backup-reader.ts';
import type { BackupWriter } from './backup-writer.ts';
import { inOrder } from './in-order.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** The number of pieces that are (de)compressed concurrently: one for the database, one for the disk, one between. */
const width = 3;

/** The settings of both connections, so that the same rows are the same text everywhere. */
export const sessionSettings = `
  set search_path = public; set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
  set timezone = 'UTC'; set bytea_output = 'hex'; set extra_float_digits = 3; set synchronize_seqscans = off;
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`;

/** Writes the result of a query into a folder of the backup. */
export async function copyOut({
  client,
  sql,
  folder,
  writer,
  onBytes,
}: {
  client: pg.ClientBase;
  sql: string;
  folder: string;
  writer: BackupWriter;
  onBytes: (bytes: number) => void;
}): Promise<Copied> {
  const hash = createHash('sha256');
  let bytes = 0;
  let pieces = 0;
  const source = client.query(copyTo(sql));
  async function* cut() {
    for await (const piece of piecesOf(source)) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
  for await (const piece of inOrder(cut(), width, (text) => compress(text))) {
    await writer.add(pieceOf(folder, ++pieces), piece);
    onBytes(bytes);
  }
  return { rows: source.rowCount, bytes, pieces, sha256: hash.digest('hex') };
}

/** Returns the checksum and the number of rows that `copyOut` would return, but stores nothing. */
export async function digestOf(client: pg.ClientBase, sql: string): Promise<Pick<Copied, 'rows' | 'sha256'>> {
  const hash = createHash('sha256');
  const source = client.query(copyTo(sql));
  for await (const chunk of source as AsyncIterable<Buffer>) hash.update(chunk);
  return { rows: source.rowCount, sha256: hash.digest('hex') };
}

/** @throws BackupError if the loaded rows do not match the manifest */
export async function copyIn({
  client,
  sql,
  folder,
  copied,
  backup,
  onBytes,
}: {
  client: pg.ClientBase;
  sql: string;
  folder: string;
  copied: Copied;
  backup: Backup;
  onBytes: (bytes: number) => void;
}): Promise<void> {
  const hash = createHash('sha256');
  async function* members() {
    for (let number = 1; number <= copied.pieces; number++) yield pieceOf(folder, number);
  }
  async function* text() {
    const opened = inOrder(members(), width, async (member) =>
      decompress(await backup.read(member), { maxOutputLength: pieceBytes }),
    );
    for await (const piece of opened) {
      hash.update(piece);
      onBytes(piece.length);
      yield piece;
    }
  }
  const target = client.query(copyFrom(sql));
  await pipeline(Readable.from(text(), { objectMode: false }), target);
  if (target.rowCount !== copied.rows || hash.digest('hex') !== copied.sha256)
    throw new BackupError(`The content of ${folder} in ${backup.file} does not match its manifest.`);
}

/** Cuts a stream of rows into pieces of equal size, at any byte. Together, the pieces are the text again. */
async function* piecesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let piece = Buffer.allocUnsafe(pieceBytes);
  let filled = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.copy(piece, filled, at);
      at += taken;
      filled += taken;
      if (filled < pieceBytes) continue;
      yield piece;
      piece = Buffer.allocUnsafe(pieceBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
