/**
 * @file The received part of a file, `NAME.partial`, with its hash. `NAME.partial.json` beside it says to which version of the file the
 * part belongs. The hash always covers exactly the bytes in the file.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { fileProblemOf } from '../../../platform/file-problem.ts';
import { FetchError } from './fetch-error.ts';

export interface PartialFile {
  readonly path: string;
  /** The number of bytes in the file. All of them are hashed. */
  readonly bytes: number;
  /** The value for `If-Range`, or null if none would be valid. */
  readonly validator: string | null;
  append(piece: Uint8Array): Promise<void>;
  /** Call it before the first byte of an answer, with its version. */
  remember(validator: string | null): void;
  startOver(): Promise<void>;
  sha256(): string;
  /** Completes the file: writes it to disk, closes it and deletes its notes. */
  seal(): Promise<void>;
  close(): Promise<void>;
}

/** Opens and hashes the part of an earlier run, if it belongs to the same official file. */
export async function openPartialFile(options: {
  path: string;
  sha256: string;
  signal?: AbortSignal | undefined;
  /** Called with the number of hashed bytes. */
  onHashed?: (bytes: number) => void;
}): Promise<PartialFile> {
  const { path, sha256, signal, onHashed } = options;
  const notes = `${path}.json`;
  let validator = readNotes(notes, sha256);
  const file = await open(path, 'a').catch((error: Error) => {
    throw new FetchError(`${path} cannot be written: ${fileProblemOf(error)}.`);
  });
  let hash = createHash('sha256');
  let bytes = 0;
  const startOver = async () => {
    // The path may be a device or a pipe, which cannot be truncated.
    if ((await file.stat()).size > 0) await file.truncate(0);
    rmSync(notes, { force: true });
    hash = createHash('sha256');
    bytes = 0;
    validator = null;
  };
  try {
    if (validator === undefined) await startOver();
    else bytes = await hashInto(hash, path, signal, onHashed);
  } catch (error) {
    await file.close();
    throw error;
  }
  return {
    path,
    get bytes() {
      return bytes;
    },
    get validator() {
      return validator ?? null;
    },
    async append(piece) {
      await writeAll(file, piece, path);
      hash.update(piece);
      bytes += piece.length;
    },
    remember(found) {
      validator = found;
      writeFileSync(notes, JSON.stringify({ sha256, validator }));
    },
    startOver,
    sha256: () => hash.copy().digest('hex'),
    async seal() {
      await file.sync();
      await file.close();
      rmSync(notes, { force: true });
    },
    close: () => file.close(),
  };
}

/** Returns the file's sha256. */
export async function hashFile(
  path: string,
  signal?: AbortSignal,
  onHashed?: (bytes: number) => void,
): Promise<string> {
  const hash = createHash('sha256');
  await hashInto(hash, path, signal, onHashed);
  return hash.digest('hex');
}

async function hashInto(
  hash: Hash,
  path: string,
  signal: AbortSignal | undefined,
  onHashed: ((bytes: number) => void) | undefined,
): Promise<number> {
  let bytes = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    signal?.throwIfAborted();
    hash.update(piece);
    bytes += piece.length;
    onHashed?.(bytes);
  }
  return bytes;
}

/** Returns undefined if there are no notes, or if they are about another file. */
function readNotes(notes: string, sha256: string): string | null | undefined {
  try {
    const known = JSON.parse(readFileSync(notes, 'utf8')) as { sha256?: unknown; validator?: unknown };
    if (known.sha256 !== sha256) return undefined;
    return typeof known.validator === 'string' ? known.validator : null;
  } catch {
    return undefined;
  }
}

async function writeAll(file: FileHandle, piece: Uint8Array, path: string): Promise<void> {
  let written = 0;
  try {
    while (written < piece.length) written += (await file.write(piece, written)).bytesWritten;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
      throw new FetchError(
        `The rest of ${path} does not fit on the disk (${code}): free some space and run the command again. The received part is kept.`,
        { cause: error },
      );
    throw error;
  }
}
