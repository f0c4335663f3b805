/** @file The artefacts of models: files in the data folder to which the database refers. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BackupError } from './backup-error.ts';
import type { KeptFile, Manifest } from './backup-format.ts';
import type { Backup } from './backup-reader.ts';
import type { BackupWriter } from './backup-writer.ts';

const folderName = 'models';
const unfinishedPrefix = '.restoring-';
/** `models/VERSION/FILE`. A restore writes no other path. */
const memberForm = /^models\/([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9_][A-Za-z0-9_.-]*)$/;

/** Reports and leaves out versions without an artefact here, such as those that another node trained without a shared folder. */
export async function addModelFiles({
  dataDir,
  versions,
  writer,
  signal,
}: {
  dataDir: string;
  versions: readonly string[];
  writer: BackupWriter;
  signal?: AbortSignal | undefined;
}): Promise<{ files: KeptFile[]; missing: string[] }> {
  const files: KeptFile[] = [];
  const missing: string[] = [];
  for (const version of versions) {
    const folder = join(dataDir, folderName, version);
    const names = await readdir(folder).catch((): string[] => []);
    if (names.length === 0) missing.push(version);
    for (const file of names.sort()) {
      signal?.throwIfAborted();
      const name = `${folderName}/${version}/${file}`;
      if (!memberForm.test(name)) throw new BackupError(`${join(folder, file)} does not belong to a model.`);
      const path = join(folder, file);
      const { size } = await stat(path);
      files.push({ name, bytes: size, sha256: await writer.addStream(name, size, createReadStream(path)) });
    }
  }
  return { files, missing };
}

export interface RestoredFiles {
  /** Brings the previous artefacts back. */
  undo(): Promise<void>;
  /** Deletes the previous artefacts. */
  settle(): Promise<void>;
}

/** @throws BackupError before anything is written, if a name would lead out of the folder of models */
export function checkFileNames(manifest: Manifest): void {
  for (const { name } of manifest.files)
    if (!memberForm.test(name))
      throw new BackupError(
        `The backup has a file with the name ${JSON.stringify(name)}, so it is not used.`,
      );
}

/** Restores each artefact completely or not at all. An identical artefact stays as it is. */
export async function restoreModelFiles({
  dataDir,
  backup,
}: {
  dataDir: string;
  backup: Backup;
}): Promise<RestoredFiles> {
  checkFileNames(backup.manifest);
  const models = join(dataDir, folderName);
  const scratch = join(models, `${unfinishedPrefix}${randomBytes(6).toString('hex')}`);
  const moves: { readonly to: string; readonly old: string | undefined }[] = [];
  const restored = {
    async undo() {
      for (const { to, old } of moves.reverse()) {
        await rm(to, { recursive: true, force: true });
        if (old) await rename(old, to);
      }
      await rm(scratch, { recursive: true, force: true });
    },
    settle: () => rm(scratch, { recursive: true, force: true }),
  };
  if (backup.manifest.files.length === 0) return restored;
  try {
    await clearUnfinished(models);
    for (const [version, files] of byVersion(backup.manifest.files)) {
      const to = join(models, version);
      if (await isSame(to, files)) continue;
      const fresh = join(scratch, 'new', version);
      for (const file of files) await extract(backup, file, join(fresh, file.name.split('/')[2]!));
      const old = join(scratch, 'old', version);
      await mkdir(dirname(old), { recursive: true });
      const isThere = await stat(to).then(
        () => true,
        () => false,
      );
      if (isThere) await rename(to, old);
      moves.push({ to, old: isThere ? old : undefined });
      await rename(fresh, to);
    }
  } catch (error) {
    await restored.undo();
    throw error;
  }
  return restored;
}

function byVersion(files: readonly KeptFile[]): Map<string, KeptFile[]> {
  return Map.groupBy(files, ({ name }) => name.split('/')[1]!);
}

async function extract(backup: Backup, { name, sha256 }: KeptFile, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const hash = createHash('sha256');
  async function* content() {
    for await (const chunk of backup.stream(name)) {
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(Readable.from(content(), { objectMode: false }), createWriteStream(to, { flush: true }));
  if (hash.digest('hex') !== sha256)
    throw new BackupError(`The content of ${name} in the backup does not match its manifest.`);
}

async function isSame(folder: string, files: readonly KeptFile[]): Promise<boolean> {
  for (const { name, bytes, sha256 } of files) {
    const path = join(folder, name.split('/')[2]!);
    const stats = await stat(path).catch(() => undefined);
    if (stats?.size !== bytes) return false;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    if (hash.digest('hex') !== sha256) return false;
  }
  return true;
}

/**
 * Clears up after a killed restore. If it had moved an artefact away but not yet replaced it, the old one comes back.
 */
async function clearUnfinished(models: string): Promise<void> {
  const names = await readdir(models).catch((): string[] => []);
  for (const name of names.filter((one) => one.startsWith(unfinishedPrefix))) {
    const old = join(models, name, 'old');
    for (const version of await readdir(old).catch((): string[] => []))
      if (!names.includes(version)) await rename(join(old, version), join(models, version));
    await rm(join(models, name), { recursive: true, force: true });
  }
}
