import { resolve } from 'node:path';
import { Command } from 'commander';
import {
  backupFileIn,
  compareVersions,
  inspectInstallation,
  openBackup,
  recordBackup,
  rehearseRestore,
  restoreBackup,
} from '../modules/running/backup/index.ts';
import { openDatabase } from '../platform/postgres/database.ts';
import { createBackupBar } from './backup-progress.ts';
import { CommandFailure, interruptSignal, outputOf } from './command-context.ts';
import { type DatabaseServer, tellBackupError, withDatabaseServer } from './database-server.ts';

type Counts = Readonly<Record<string, number>>;

export function restoreCommand(): Command {
  return new Command('restore')
    .description('Restore this installation to the state in FILE; every node has to be stopped')
    .argument('<file>', 'written by kindred backup')
    .option('--force', 'even if the installation is not empty; its data are backed up first')
    .option(
      '--dry-run',
      'check the file, restore it into a new database, drop the database, and change nothing',
    )
    .action(async (file: string, options: { force?: boolean; dryRun?: boolean }, command: Command) => {
      const bar = createBackupBar(process.stderr);
      const signal = interruptSignal();
      const done = await restore({ file: resolve(file), ...options, bar, signal })
        .catch(tellBackupError)
        .finally(bar.end);
      outputOf(command)(done, describe(done));
    });
}

interface Done {
  readonly file: string;
  readonly created_at: string;
  readonly is_dry_run: boolean;
  readonly restored: Counts;
  /** The rows that the installation had before. */
  readonly lost: Counts;
  readonly safety_backup: string | null;
}

async function restore({
  file,
  force = false,
  dryRun = false,
  bar,
  signal,
}: {
  file: string;
  force?: boolean;
  dryRun?: boolean;
  bar: ReturnType<typeof createBackupBar>;
  signal: AbortSignal;
}): Promise<Done> {
  const onRead = bar.show('check');
  const backup = await openBackup(file, {
    signal,
    onRead: (bytesDone, bytesTotal) => onRead({ bytesDone, bytesTotal }),
  });
  const restored = Object.fromEntries(
    backup.manifest.tables.flatMap(({ name, copied }) => (copied.rows > 0 ? [[name, copied.rows]] : [])),
  );
  const done = { file, created_at: backup.manifest.created_at, is_dry_run: dryRun, restored };
  try {
    return await withDatabaseServer(async (server) => {
      const { connectionString, config, added } = server;
      compareVersions(backup.manifest, added);
      const onProgress = bar.show(dryRun ? 'rehearse' : 'restore');
      if (dryRun) {
        await rehearseRestore({ connectionString, backup, added, onProgress, signal });
        return { ...done, lost: await inspectInstallation(connectionString), safety_backup: null };
      }
      let lost: Counts = {};
      let safetyBackup: string | null = null;
      await restoreBackup({
        connectionString,
        dataDir: config.dataDir,
        backup,
        added,
        onProgress,
        signal,
        async onOverwrite(found) {
          lost = found;
          if (!force) throw new CommandFailure(refusal(lost, restored));
          safetyBackup = await makeSafetyBackup(server, bar, signal);
        },
      });
      return { ...done, lost, safety_backup: safetyBackup };
    });
  } finally {
    await backup.close();
  }
}

async function makeSafetyBackup(
  { config, connectionString }: DatabaseServer,
  bar: ReturnType<typeof createBackupBar>,
  signal: AbortSignal,
): Promise<string> {
  const createdAt = new Date();
  const file = backupFileIn(config.backup.folder, createdAt, '-before-restore');
  const { db, close } = openDatabase({ connectionString, max: 1, applicationName: 'kindred-restore' });
  try {
    const order = {
      reason: 'restore',
      connectionString,
      dataDir: config.dataDir,
      file,
      createdAt,
      signal,
    } as const;
    await recordBackup(db, { ...order, onProgress: bar.show('back up the existing data') });
    return file;
  } finally {
    await close();
  }
}

function refusal(lost: Counts, restored: Counts): string {
  return [
    'This installation is not empty. A restore would replace:',
    compare(lost, restored),
    'Use --force to replace it after a backup of the existing data. Nothing has been changed.',
  ].join('\n');
}

function compare(lost: Counts, restored: Counts): string {
  const tables = [...new Set([...Object.keys(lost), ...Object.keys(restored)])].sort();
  return [
    ['table', 'rows here', 'in the backup'],
    ...tables.map((table) => [
      table,
      ...[lost, restored].map((counts) => (counts[table] ?? 0).toLocaleString('en')),
    ]),
  ]
    .map(([table, here, there]) => `  ${table!.padEnd(28)}${here!.padStart(14)}${there!.padStart(16)}`)
    .join('\n');
}

function describe({ file, created_at, is_dry_run, restored, lost, safety_backup }: Done): string {
  if (is_dry_run)
    return [
      `${file}, made at ${created_at}, is intact: restored into a new database, every table is the same.`,
      compare(lost, restored),
      'Nothing has been changed.',
    ].join('\n');
  const rows = Object.values(restored).reduce((sum, count) => sum + count, 0);
  return [
    `The shop was restored to its state at ${created_at}: ${rows.toLocaleString('en')} rows.`,
    ...(safety_backup ? [`Backup of the previous data: ${safety_backup}`] : []),
    'Start it with kindred start.',
  ].join('\n');
}
