/** @file Makes or restores a backup in a separate process, which kills itself with SIGKILL in the middle. */
import { openBackup } from '../../modules/running/backup/backup-reader.ts';
import { makeBackup } from '../../modules/running/backup/make-backup.ts';
import { restoreBackup } from '../../modules/running/backup/restore-backup.ts';

const [, , action, connectionString = '', dataDir = '', file = ''] = process.argv;

function onProgress({ bytesDone, bytesTotal }: { bytesDone: number; bytesTotal: number }): void {
  if (bytesDone > bytesTotal / 3) process.kill(process.pid, 'SIGKILL');
}

if (action === 'backup')
  await makeBackup({ connectionString, dataDir, file, createdAt: new Date(), onProgress });
else
  await restoreBackup({
    connectionString,
    dataDir,
    backup: await openBackup(file),
    onOverwrite: async () => undefined,
    onProgress,
  });
