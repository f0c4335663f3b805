/** The job that makes backups. A backup, which such a job made, does not hold it: it would run again after a restore. */
export const backupJobName = 'make-backup';
