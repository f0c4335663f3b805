export { BackupError } from './backup-error.ts';
export { createBackupModule } from './backup-module.ts';
export { openBackup } from './backup-reader.ts';
export type { BackupProgress } from './dump-database.ts';
export { compareVersions } from './load-database.ts';
export type { BackupSummary } from './make-backup.ts';
export { backupFileIn, recordBackup } from './record-backup.ts';
export { rehearseRestore } from './rehearse-restore.ts';
export { inspectInstallation, restoreBackup } from './restore-backup.ts';
