import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import {
  type BackupSummary,
  backupFileIn,
  openBackup,
  recordBackup,
  rehearseRestore,
} from '../modules/running/backup/index.ts';
import { openDatabase } from '../platform/postgres/database.ts';
import { createBackupBar } from './backup-progress.ts';
import { interruptSignal, outputOf } from './command-context.ts';
import { tellBackupError, withDatabaseServer } from './database-server.ts';
import { describeBytes } from './progress-bar.ts';

export function backupCommand(): Command {
  return new Command('backup')
    .description('Write a consistent copy of the whole shop into one file; the shop may keep running')
    .option('--out <path>', 'a folder or a file (default: BACKUP_DIR)')
    .option(
      '--verify',
      'afterwards restore it into a new database, compare every table, and drop the database',
    )
    .action(async ({ out, verify = false }: { out?: string; verify?: boolean }, command: Command) => {
      const bar = createBackupBar(process.stderr);
      const signal = interruptSignal();
      const summary = await withDatabaseServer(async ({ config, connectionString }) => {
        const createdAt = new Date();
        const file = await fileFor(out, config.backup.folder, createdAt);
        const { db, close } = openDatabase({ connectionString, max: 1, applicationName: 'kindred-backup' });
        try {
          const order = { connectionString, dataDir: config.dataDir, file, createdAt, signal };
          const made = await recordBackup(db, {
            ...order,
            reason: 'command',
            onProgress: bar.show('backup'),
          });
          if (verify) await rehearse(made, { connectionString, onProgress: bar.show('verify'), signal });
          return made;
        } finally {
          await close();
        }
      })
        .catch(tellBackupError)
        .finally(bar.end);
      outputOf(command)({ ...documentOf(summary), verified: verify }, describe(summary, verify));
    });
}

async function fileFor(out: string | undefined, folder: string, at: Date): Promise<string> {
  if (out === undefined) return backupFileIn(folder, at);
  const path = resolve(out);
  const isFolder = /[\\/]$/.test(out) || (await stat(path).catch(() => undefined))?.isDirectory();
  return isFolder ? backupFileIn(path, at) : join(path);
}

async function rehearse(
  { file }: BackupSummary,
  options: Omit<Parameters<typeof rehearseRestore>[0], 'backup'>,
): Promise<void> {
  const backup = await openBackup(file);
  await rehearseRestore({ ...options, backup }).finally(backup.close);
}

function documentOf({ missingModels, createdAt, ...summary }: BackupSummary) {
  return { ...summary, missing_models: missingModels, created_at: createdAt.toISOString() };
}

function describe(summary: BackupSummary, verified: boolean): string {
  const { file, bytes, sha256, rows, tables, models, jobs, missingModels, seconds } = summary;
  return [
    file,
    `${describeBytes(bytes)}, ${rows.toLocaleString('en')} rows of ${tables} tables, ${jobs} queued jobs, ${models} models, in ${seconds.toFixed(1)} s`,
    `SHA-256 of its content: ${sha256}`,
    ...(missingModels.length > 0
      ? [`Not in this data folder and so not in the backup: ${missingModels.join(', ')}`]
      : []),
    ...(verified ? ['Restored into a new database: every table is the same.'] : []),
  ].join('\n');
}
