import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { fileProblemOf } from '../../../platform/file-problem.ts';
import { BackupError } from './backup-error.ts';
import {
  checkPreamble,
  checksumPlace,
  decodeManifest,
  encodeTrailer,
  firstMember,
  type Manifest,
  manifestMember,
  trailerBytes,
} from './backup-format.ts';
import { blockBytes, decodeTarHeader, paddingOf, type TarEntry } from './tar-header.ts';

export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly manifest: Manifest;
  has(member: string): boolean;
  /** Returns a whole member, which must be small. */
  read(member: string): Promise<Buffer>;
  stream(member: string): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

const chunkBytes = 1024 * 1024;
const largestManifest = 64 * 1024 * 1024;

/**
 * Opens a backup after it has checked every byte, so later reads can rely on the content.
 * @throws BackupError that says what is wrong with the file
 */
export async function openBackup(
  file: string,
  {
    onRead = () => undefined,
    signal,
  }: { onRead?: (bytes: number, of: number) => void; signal?: AbortSignal | undefined } = {},
): Promise<Backup> {
  const handle = await open(file, 'r').catch((error: Error) => {
    throw new BackupError(`${file} cannot be read: ${fileProblemOf(error)}.`);
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new BackupError('it is not a file');
    await checkStart(handle, stats.size);
    const sha256 = await checkBytes(handle, stats.size, onRead, signal);
    const members = await listMembers(handle, stats.size - trailerBytes);
    const manifest = await readManifest(handle, members.get(manifestMember));
    function find(name: string): Place {
      const place = members.get(name);
      if (!place) throw new BackupError(`${file} has no ${name}, although its manifest lists it.`);
      return place;
    }
    return {
      file,
      bytes: stats.size,
      sha256,
      manifest,
      has: (name) => members.has(name),
      read: (name) => readAt(handle, find(name)),
      stream: (name) => streamAt(handle, find(name)),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    if (error instanceof BackupError) throw new BackupError(`${file} cannot be used: ${error.message}.`);
    throw error;
  }
}

interface Place {
  readonly at: number;
  readonly bytes: number;
}

async function checkStart(handle: FileHandle, size: number): Promise<void> {
  if (size === 0) throw new BackupError('it is empty');
  const first =
    size < blockBytes ? undefined : decodeTarHeader(await readAt(handle, { at: 0, bytes: blockBytes }));
  if (first?.name !== firstMember || first.bytes > blockBytes)
    throw new BackupError('it does not start like a backup of Kindred');
  if (size < 2 * blockBytes + trailerBytes) throw new BackupError('its end is missing');
  checkPreamble((await readAt(handle, { at: blockBytes, bytes: first.bytes })).toString());
}

async function checkBytes(
  handle: FileHandle,
  size: number,
  onRead: (bytes: number, of: number) => void,
  signal: AbortSignal | undefined,
): Promise<string> {
  const sealed = size - trailerBytes;
  const trailer = await readAt(handle, { at: sealed, bytes: trailerBytes });
  const expected = trailer.toString('latin1', checksumPlace.from, checksumPlace.to);
  if (!trailer.equals(encodeTrailer(expected)))
    throw new BackupError('its end is missing or damaged, as after an incomplete copy');
  const hash = createHash('sha256');
  let read = 0;
  for await (const chunk of streamAt(handle, { at: 0, bytes: sealed })) {
    signal?.throwIfAborted();
    hash.update(chunk);
    read += chunk.length;
    onRead(read, sealed);
  }
  if (hash.digest('hex') !== expected)
    throw new BackupError('it is damaged: its bytes have changed since it was written (SHA-256)');
  return expected;
}

async function listMembers(handle: FileHandle, end: number): Promise<Map<string, Place>> {
  const members = new Map<string, Place>();
  for (let at = 0; at < end; ) {
    const entry: TarEntry | undefined = decodeTarHeader(await readAt(handle, { at, bytes: blockBytes }));
    const next = entry && at + blockBytes + entry.bytes + paddingOf(entry.bytes);
    if (!entry || next === undefined || !(next <= end))
      throw new BackupError(`it has no member of a tar archive at byte ${at}`);
    if (members.has(entry.name)) throw new BackupError(`it has ${entry.name} twice`);
    members.set(entry.name, { at: at + blockBytes, bytes: entry.bytes });
    at = next;
  }
  return members;
}

async function readManifest(handle: FileHandle, place: Place | undefined): Promise<Manifest> {
  if (!place || place.bytes > largestManifest) throw new BackupError('it has no manifest');
  return decodeManifest((await readAt(handle, place)).toString());
}

async function* streamAt(handle: FileHandle, { at, bytes }: Place): AsyncGenerator<Buffer> {
  for (let done = 0; done < bytes; ) {
    const chunk = await readAt(handle, { at: at + done, bytes: Math.min(chunkBytes, bytes - done) });
    done += chunk.length;
    yield chunk;
  }
}

async function readAt(handle: FileHandle, { at, bytes }: Place): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(bytes);
  for (let done = 0; done < bytes; ) {
    const { bytesRead } = await handle.read(buffer, done, bytes - done, at + done);
    if (bytesRead === 0) throw new BackupError('it became shorter while Kindred read it');
    done += bytesRead;
  }
  return buffer;
}
