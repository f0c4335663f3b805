/** Fetches pictures from other hosts, to whose addresses the catalogue refers. */
export interface PictureHost {
  /** Returns the file at this address. @throws PictureUnavailableError */
  fetch(address: string): Promise<Buffer>;
}

/**
 * - `gone`: it does not exist, it is not a picture, or the shop may not fetch its address
 * - `failing`: the host currently fails to send it
 * - `unreachable`: the host itself does not answer
 */
export type PictureFailure = 'gone' | 'failing' | 'unreachable';

export class PictureUnavailableError extends Error {
  override readonly name = 'PictureUnavailableError';
  readonly failure: PictureFailure;

  constructor(failure: PictureFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}
