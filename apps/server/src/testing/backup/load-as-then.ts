import { withBackupClient } from '../../modules/running/backup/backup-client.ts';
import type { Backup } from '../../modules/running/backup/backup-reader.ts';
import { compareVersions, loadDatabase } from '../../modules/running/backup/load-database.ts';
import { restoreModelFiles } from '../../modules/running/backup/model-files.ts';

/** Puts a backup of an older shop into a database with the tables of that shop, and its models into a data folder. */
export async function loadAsThen(
  backup: Backup,
  { connectionString, dataDir }: { connectionString: string; dataDir: string },
): Promise<void> {
  const { upTo } = compareVersions(backup.manifest);
  await withBackupClient({ connectionString, applicationName: 'kindred-restore' }, (connection) =>
    loadDatabase({ connection, backup, versions: { upTo, after: [] } }),
  );
  const files = await restoreModelFiles({ dataDir, backup });
  await files.settle();
}
