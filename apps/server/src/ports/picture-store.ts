/** Keeps pictures that were made, as long as there is room. */
export interface PictureStore {
  /** Undefined: it is not kept (any longer). */
  get(name: string): Promise<Buffer | undefined>;
  /** Resolves when it is kept. @throws when it cannot be, which is no reason not to show it. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
