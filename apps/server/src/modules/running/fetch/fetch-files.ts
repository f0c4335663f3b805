/** @file Finds the files of one category, checks those that exist, and downloads the others. */

import { rmSync } from 'node:fs';
import { mkdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileProblemOf } from '../../../platform/file-problem.ts';
import { tryLockExclusively } from '../../../platform/postgres/cross-process-lock.ts';
import {
  type DatasetFile,
  datasetFiles,
  type FileKind,
  filesOfCategory,
  folderOf,
  nextCommands,
  officialFiles,
  officialListing,
} from './amazon-2023.ts';
import { downloadFile } from './download-file.ts';
import { FetchError } from './fetch-error.ts';
import { readListing, readManifest } from './manifest.ts';
import { hashFile } from './partial-file.ts';
import type { RetrySettings } from './retries.ts';

export interface FetchSource extends Partial<RetrySettings> {
  kinds: readonly FileKind[];
  /** The host of the files, without a slash at the end. By default, the official host. */
  from?: string | undefined;
  /** The source of the sums: a CSV, by file or address. By default, the official host, whatever `from` is. */
  manifest?: string | undefined;
  silenceMs?: number;
}

export interface FetchProgress {
  path: string;
  fileNumber: number;
  fileCount: number;
  /** The bytes of all files so far, and their total. */
  bytesDone: number;
  bytesTotal: number;
  /** Since the start, without bytes of earlier runs. */
  bytesPerSecond: number;
  secondsLeft: number | null;
}

export interface FetchedFile extends DatasetFile {
  file: string;
  status: 'downloaded' | 'already_there';
  resumedFrom: number;
}

export interface FetchSummary {
  files: FetchedFile[];
  seconds: number;
  next: string[];
}

const usualSilenceMs = 30_000;

export async function listAmazon2023(source: FetchSource): Promise<DatasetFile[]> {
  const { kinds, manifest } = source;
  const http = { ...source, silenceMs: source.silenceMs ?? usualSilenceMs };
  if (manifest !== undefined) return datasetFiles(await readManifest(manifest, http), kinds);
  const entries = [];
  for (const kind of kinds) entries.push(...(await readListing(officialListing, folderOf(kind), http)));
  return datasetFiles(entries, kinds);
}

export async function fetchAmazon2023(
  options: FetchSource & {
    category: string;
    folder: string;
    onProgress?: (progress: FetchProgress) => void;
  },
): Promise<FetchSummary> {
  const { category, folder, onProgress, from = officialFiles, silenceMs = usualSilenceMs } = options;
  const startedAt = performance.now();
  const wanted = filesOfCategory(await listAmazon2023(options), category, options.kinds);
  const meter = createMeter(wanted, onProgress);
  const files: FetchedFile[] = [];
  for (const file of wanted) {
    meter.startFile();
    const target = join(folder, ...file.path.split('/'));
    const done = await fetchOne({ ...options, from, silenceMs, wanted: file, target, onBytes: meter.show });
    files.push({ ...file, ...done, file: target });
  }
  return { files, seconds: (performance.now() - startedAt) / 1000, next: nextCommands(files) };
}

async function fetchOne(
  options: FetchSource & {
    from: string;
    silenceMs: number;
    wanted: DatasetFile;
    target: string;
    onBytes(there: number, isNew: boolean): void;
  },
): Promise<Pick<FetchedFile, 'status' | 'resumedFrom'>> {
  const { wanted, target, from, signal, onBytes } = options;
  await mkdir(dirname(target), { recursive: true }).catch((error: Error) => {
    throw new FetchError(`${dirname(target)} cannot be created: ${fileProblemOf(error)}.`);
  });
  const lockFile = `${target}.lock`;
  const lock = tryLockExclusively(lockFile);
  if (lock === null)
    throw new FetchError(`Another process is fetching ${target}. Wait for it, or stop it first.`);
  try {
    if (await isThere(target, wanted, (bytes) => onBytes(bytes, false), signal)) {
      rmSync(lockFile, { force: true });
      return { status: 'already_there', resumedFrom: 0 };
    }
    await expectRoom(target, wanted);
    const { resumedFrom } = await downloadFile({
      ...options,
      address: new URL(`${from}/${wanted.path}`),
      expected: wanted,
      file: target,
    });
    // A process that waits for the lock then finds the whole file.
    rmSync(lockFile, { force: true });
    return { status: 'downloaded', resumedFrom };
  } finally {
    lock.release();
  }
}

/** Throws if another file has the name, because the download must not overwrite it. */
async function isThere(
  target: string,
  wanted: DatasetFile,
  onHashed: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  const found = await stat(target).catch(() => null);
  if (found === null) return false;
  if (found.isFile() && found.size === wanted.bytes) {
    if ((await hashFile(target, signal, onHashed)) === wanted.sha256) return true;
  }
  throw new FetchError(
    `${target} already exists, but it is not the official file (its ${found.size === wanted.bytes ? 'sha256' : 'size'} differs): move it away and run the command again.`,
  );
}

async function expectRoom(target: string, { bytes, path }: DatasetFile): Promise<void> {
  const there = (await stat(`${target}.partial`).catch(() => null))?.size ?? 0;
  const { bavail, bsize } = await statfs(dirname(target));
  const missing = bytes - there - bavail * bsize;
  if (missing > 0)
    throw new FetchError(
      `${path} does not fit into ${dirname(target)}: ${Math.ceil(missing / 1e6).toLocaleString('en')} MB are missing. ` +
        'Free some space, or name another folder with --out.',
    );
}

function createMeter(files: readonly DatasetFile[], onProgress?: (progress: FetchProgress) => void) {
  const bytesTotal = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const startedAt = performance.now();
  let current = -1;
  let before = 0;
  let there = 0;
  let come = 0;
  return {
    startFile() {
      before = files.slice(0, ++current).reduce((sum, { bytes }) => sum + bytes, 0);
      there = 0;
    },
    show(now: number, isNew: boolean) {
      if (isNew) come += now - there;
      there = now;
      const seconds = Math.max((performance.now() - startedAt) / 1000, 0.001);
      const bytesDone = before + there;
      onProgress?.({
        path: files[current]!.path,
        fileNumber: current + 1,
        fileCount: files.length,
        bytesDone,
        bytesTotal,
        bytesPerSecond: come / seconds,
        secondsLeft: come > 0 ? (seconds * (bytesTotal - bytesDone)) / come : null,
      });
    },
  };
}
