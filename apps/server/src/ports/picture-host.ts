/** Where the pictures are that a catalogue names by an address of somebody else's. */
export interface PictureHost {
  /** The file at this address. @throws PictureUnavailableError */
  fetch(address: string): Promise<Buffer>;
}

/**
 * - `gone`: it is not there, it is no picture, or it is somewhere that the shop does not go
 * - `failing`: the host has trouble with it now
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
