import { type FileHandle, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from '../../../platform/postgres/sql.ts';
import { withBackupClient } from './backup-client.ts';
import { BackupError } from './backup-error.ts';
import type { Manifest } from './backup-format.ts';
import { openBackup } from './backup-reader.ts';
import { createBackupWriter } from './backup-writer.ts';
import { type BackupProgress, dumpDatabase } from './dump-database.ts';
import { addModelFiles } from './model-files.ts';

export interface BackupSummary {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly tables: number;
  readonly rows: number;
  readonly jobs: number;
  readonly models: number;
  /** Models that are registered but not in this data folder. */
  readonly missingModels: readonly string[];
  readonly createdAt: Date;
  readonly seconds: number;
}

export interface BackupOrder {
  readonly connectionString: string;
  readonly dataDir: string;
  readonly file: string;
  readonly createdAt: Date;
  /** Called when no other backup of the shop can be running. */
  readonly onClaimed?: (() => Promise<void>) | undefined;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
  readonly onSnapshot?: ((snapshot: string) => Promise<void>) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Opens the file to write. */
  readonly openFile?: ((path: string, flags: string, mode: number) => Promise<FileHandle>) | undefined;
}

const lockName = 'kindred:backup';

/**
 * Writes one snapshot of the shop into a file, reads the file back, and only then gives it its name.
 * @throws BackupError; then it leaves no file
 */
export async function makeBackup(order: BackupOrder): Promise<BackupSummary> {
  const { connectionString, dataDir, file, createdAt, onClaimed, onProgress, onSnapshot, signal, openFile } =
    order;
  const started = performance.now();
  return withBackupClient({ connectionString, applicationName: 'kindred-backup' }, async (connection) => {
    const { rows } = await connection.execute<{ locked: boolean }>(
      sql`select pg_try_advisory_lock(hashtext(${lockName})) as locked`,
    );
    if (!rows[0]!.locked) throw new BackupError('Another backup of this shop is being made.');
    await onClaimed?.();
    await mkdir(dirname(file), { recursive: true });
    const writer = await createBackupWriter({ file, createdAt, openFile });
    try {
      const dump = await dumpDatabase({ connection, writer, onProgress, onSnapshot, signal });
      const { modelVersions, ...database } = dump;
      const { files, missing } = await addModelFiles({ dataDir, versions: modelVersions, writer, signal });
      const manifest: Manifest = {
        format: 1,
        created_at: createdAt.toISOString(),
        ...database,
        files,
        missing_models: missing,
      };
      const sealed = await writer.seal(manifest);
      const readBack = await openBackup(writer.partial, { signal });
      await readBack.close();
      await writer.publish();
      return {
        file,
        ...sealed,
        tables: dump.tables.length,
        rows: dump.tables.reduce((sum, { copied }) => sum + copied.rows, 0),
        jobs: dump.jobs.rows,
        models: modelVersions.length - missing.length,
        missingModels: missing,
        createdAt,
        seconds: (performance.now() - started) / 1_000,
      };
    } catch (error) {
      await writer.discard();
      throw error;
    }
  });
}
