/** Keeps pictures that were made, up to a limit. */
export interface PictureStore {
  /** Returns undefined if the picture is not kept (any more). */
  get(name: string): Promise<Buffer | undefined>;
  /** Resolves when the picture is stored. @throws if it cannot be stored; it can still be shown */
  put(name: string, bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
