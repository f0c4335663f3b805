import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureStore } from '../ports/picture-store.ts';

interface KeptFile {
  readonly room: number;
  /** When it was last requested, in ms. */
  usedAt: number;
  /** The time of the last request that the file itself records. */
  markedAt: number;
}

const blockBytes = 4_096;
const hourMs = 60 * 60 * 1_000;
const abandonedMs = 10 * 60 * 1_000;
const nameForm = /^[\w-]+\.\w+$/;
const partial = '.part';

/** Even a small file takes a block. */
const roomOf = (bytes: number) => Math.ceil(bytes / blockBytes) * blockBytes;

/**
 * Keeps pictures as files in one folder. When they exceed the limit, it removes the least recently requested ones. This order survives a
 * restart, because a file's modification time is the time of its last request, to the hour. The folder is listed once, and again after
 * an hour, because other nodes may write to it too. A request for a picture opens a file by its name.
 */
export function createDiskPictureStore({
  folder,
  limitBytes,
  clock = Date.now,
}: {
  folder: string;
  limitBytes: number;
  clock?: () => number;
}): PictureStore {
  /** The least recently used first. */
  let files = new Map<string, KeptFile>();
  let total = 0;
  let count: { readonly done: Promise<void>; readonly startedAt: number } | undefined;
  const pending = new Set<Promise<unknown>>();

  function inBackground(work: Promise<unknown>): void {
    const settled: Promise<unknown> = work.catch(() => undefined).finally(() => pending.delete(settled));
    pending.add(settled);
  }

  function forget(name: string): void {
    total -= files.get(name)?.room ?? 0;
    files.delete(name);
  }

  function remember(name: string, file: KeptFile): void {
    forget(name);
    files.set(name, file);
    total += file.room;
  }

  function use(name: string, bytes: number): void {
    const now = clock();
    const markedAt = files.get(name)?.markedAt ?? 0;
    const isStale = now - markedAt >= hourMs;
    remember(name, { room: roomOf(bytes), usedAt: now, markedAt: isStale ? now : markedAt });
    if (isStale) inBackground(utimes(join(folder, name), now / 1_000, now / 1_000));
  }

  async function countFolder(startedAt: number): Promise<void> {
    const found = new Map<string, KeptFile>();
    const names = await readdir(folder);
    const each = async (name: string) => {
      const file = await stat(join(folder, name)).catch(() => undefined);
      if (!file?.isFile()) return;
      if (name.endsWith(partial)) {
        if (startedAt - file.mtimeMs > abandonedMs) await rm(join(folder, name), { force: true });
      } else if (nameForm.test(name)) {
        found.set(name, { room: roomOf(file.size), usedAt: file.mtimeMs, markedAt: file.mtimeMs });
      }
    };
    const atOnce = 32;
    for (let at = 0; at < names.length; at += atOnce)
      await Promise.all(names.slice(at, at + atOnce).map(each));
    for (const [name, file] of files) if (found.has(name) || file.usedAt >= startedAt) found.set(name, file);
    files = new Map([...found].sort(([, one], [, other]) => one.usedAt - other.usedAt));
    total = [...files.values()].reduce((sum, { room }) => sum + room, 0);
  }

  async function counted(): Promise<void> {
    const now = clock();
    if (count === undefined || now - count.startedAt > hourMs) {
      const started = { done: countFolder(now), startedAt: now };
      count = started;
      started.done.catch(() => {
        if (count === started) count = undefined;
      });
    }
    await count.done;
  }

  async function makeRoom(): Promise<void> {
    const victims: string[] = [];
    for (const name of files.keys()) {
      if (total <= limitBytes) break;
      forget(name);
      victims.push(name);
    }
    await Promise.all(victims.map((name) => rm(join(folder, name), { force: true })));
  }

  return {
    async get(name) {
      if (!nameForm.test(name)) return undefined;
      try {
        const bytes = await readFile(join(folder, name));
        use(name, bytes.length);
        return bytes;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        forget(name);
        return undefined;
      }
    },
    async put(name, bytes) {
      if (!nameForm.test(name)) throw new Error(`“${name}” is not the name of a picture.`);
      if (roomOf(bytes.length) > limitBytes) return;
      await mkdir(folder, { recursive: true });
      const draft = join(folder, `${name}.${randomUUID()}${partial}`);
      try {
        await writeWhole(draft, bytes);
        await rename(draft, join(folder, name));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      const now = clock();
      remember(name, { room: roomOf(bytes.length), usedAt: now, markedAt: now });
      await counted();
      await makeRoom();
    },
    async close() {
      await Promise.all([...pending, count?.done.catch(() => undefined)]);
    },
  };
}

/** Writes the file to disk before it gets its name, so that a power cut leaves no half-written picture under that name. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
}
