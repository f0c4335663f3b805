/** What could not be fetched and why, in a sentence for people. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
}

/** Worth another attempt: the connection broke, or the server was busy. */
export class PassingError extends Error {
  override readonly name = 'PassingError';
  /** What the server asked for. */
  readonly waitMs: number | null;

  constructor(message: string, options: { cause?: unknown; waitMs?: number | null } = {}) {
    super(message, { cause: options.cause });
    this.waitMs = options.waitMs ?? null;
  }
}

export class UnknownCategoryError extends Error {
  override readonly name = 'UnknownCategoryError';
}
