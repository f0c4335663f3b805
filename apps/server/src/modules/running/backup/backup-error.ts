/** What was expected to go wrong with a backup, in a sentence for people: a damaged file, a shop that is open, a full disk. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
