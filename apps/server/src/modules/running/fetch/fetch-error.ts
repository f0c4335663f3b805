/** A file could not be fetched. The message says why, in a sentence for the user. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
}

/** A temporary failure: the connection broke, or the server was busy. Another attempt may succeed. */
export class PassingError extends Error {
  override readonly name = 'PassingError';
  /** The waiting time that the server asked for. */
  readonly waitMs: number | null;

  constructor(message: string, options: { cause?: unknown; waitMs?: number | null } = {}) {
    super(message, { cause: options.cause });
    this.waitMs = options.waitMs ?? null;
  }
}

export class UnknownCategoryError extends Error {
  override readonly name = 'UnknownCategoryError';
}
