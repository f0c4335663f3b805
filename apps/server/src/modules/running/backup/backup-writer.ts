import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileProblemOf } from '../../../platform/file-problem.ts';
import { BackupError } from './backup-error.ts';
import {
  encodePreamble,
  encodeTrailer,
  firstMember,
  type Manifest,
  manifestMember,
} from './backup-format.ts';
import { encodeTarHeader, paddingOf } from './tar-header.ts';

export interface BackupWriter {
  /** The path of the unfinished backup. */
  readonly partial: string;
  add(name: string, content: Buffer): Promise<void>;
  /** Takes exactly `bytes` bytes from `content`, and returns their SHA-256. */
  addStream(name: string, bytes: number, content: AsyncIterable<Buffer>): Promise<string>;
  /** Writes the whole file to disk, under its partial name. */
  seal(manifest: Manifest): Promise<{ bytes: number; sha256: string }>;
  /** Gives the file its name. */
  publish(): Promise<void>;
  /** Deletes the unfinished file. */
  discard(): Promise<void>;
}

type Open = (path: string, flags: string, mode: number) => Promise<FileHandle>;

/** Only the owner can read the file, because it contains all personal data of the shop. */
const mode = 0o600;

/** Writes a file that gets its name only when it is complete. */
export async function createBackupWriter({
  file,
  createdAt,
  openFile = open,
}: {
  file: string;
  createdAt: Date;
  openFile?: Open | undefined;
}): Promise<BackupWriter> {
  if (await stat(file).catch(() => undefined))
    throw new BackupError(`${file} already exists: choose another name.`);
  const partial = `${file}.partial`;
  const handle = await openFile(partial, 'wx', mode).catch((error: Error) => {
    throw new BackupError(`${partial} cannot be written: ${fileProblemOf(error)}.`);
  });
  const hash = createHash('sha256');
  let written = 0;
  let isOpen = true;

  async function write(bytes: Buffer, into: Hash | undefined = hash): Promise<void> {
    into?.update(bytes);
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, at).catch((error: Error) => {
        throw new BackupError(`${partial} cannot be written: ${fileProblemOf(error)}.`);
      });
      at += bytesWritten;
    }
    written += bytes.length;
  }

  async function close(): Promise<void> {
    if (isOpen) await handle.close();
    isOpen = false;
  }

  async function add(name: string, content: Buffer): Promise<void> {
    await write(encodeTarHeader({ name, bytes: content.length }, createdAt));
    await write(content);
    await write(Buffer.alloc(paddingOf(content.length)));
  }

  await add(firstMember, encodePreamble(createdAt)).catch(async (error) => {
    await close();
    await rm(partial, { force: true });
    throw error;
  });
  return {
    partial,
    add,
    async addStream(name, bytes, content) {
      const own = createHash('sha256');
      let left = bytes;
      await write(encodeTarHeader({ name, bytes }, createdAt));
      for await (const chunk of content) {
        left -= chunk.length;
        if (left < 0) break;
        own.update(chunk);
        await write(chunk);
      }
      if (left !== 0) throw new BackupError(`${name} changed while it was read: try again.`);
      await write(Buffer.alloc(paddingOf(bytes)));
      return own.digest('hex');
    },
    async seal(manifest) {
      await add(manifestMember, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
      const sha256 = hash.copy().digest('hex');
      await write(encodeTrailer(sha256));
      await handle.sync().catch((error: Error) => {
        throw new BackupError(`${partial} cannot be written: ${fileProblemOf(error)}.`);
      });
      await close();
      return { bytes: written, sha256 };
    },
    async publish() {
      await rename(partial, file);
      await syncFolder(dirname(file));
    },
    async discard() {
      await close();
      await rm(partial, { force: true });
    },
  };
}

/** Makes the name survive a power failure too. Windows cannot open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
