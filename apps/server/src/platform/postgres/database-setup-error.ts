/** What keeps the database from starting or from being brought up to date, in a sentence that says what to do about it. */
export class DatabaseSetupError extends Error {
  override readonly name = 'DatabaseSetupError';
}
