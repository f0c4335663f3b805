/** An expected problem with a backup: a damaged file, a running shop, a full disk. The message is a sentence for the user. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
