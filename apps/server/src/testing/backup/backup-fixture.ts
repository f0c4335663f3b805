/** @file For the tests of backups: valid files, and files that were tampered with. */
import { join } from 'node:path';
import type { Manifest } from '../../modules/running/backup/backup-format.ts';
import { openBackup } from '../../modules/running/backup/backup-reader.ts';
import { createBackupWriter } from '../../modules/running/backup/backup-writer.ts';
import { restoreBackup } from '../../modules/running/backup/restore-backup.ts';

/** The existing data may be replaced. */
export async function restoreFile(
  file: string,
  to: { connectionString: string; dataDir: string },
): Promise<void> {
  const backup = await openBackup(file);
  try {
    await restoreBackup({ ...to, backup, onOverwrite: async () => undefined });
  } finally {
    await backup.close();
  }
}

/** A backup with correct checksums, a changed manifest and optionally more members. */
export async function forge(
  file: string,
  folder: string,
  change: (manifest: Manifest) => Manifest,
  added: Readonly<Record<string, string>> = {},
): Promise<string> {
  const forged = join(folder, 'forged.tar');
  const backup = await openBackup(file);
  const { manifest } = backup;
  const writer = await createBackupWriter({ file: forged, createdAt: new Date(manifest.created_at) });
  const pieces = (folder: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${folder}/${String(index + 1).padStart(5, '0')}.copy.zst`);
  for (const name of [
    ...manifest.tables.flatMap(({ name, copied }) => pieces(`tables/${name}`, copied.pieces)),
    ...pieces('jobs', manifest.jobs.pieces),
    ...manifest.files.map(({ name }) => name),
  ])
    await writer.add(name, await backup.read(name));
  for (const [name, content] of Object.entries(added)) await writer.add(name, Buffer.from(content));
  await writer.seal(change(manifest));
  await writer.publish();
  await backup.close();
  return forged;
}
