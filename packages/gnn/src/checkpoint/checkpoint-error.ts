/** A file that is not a valid checkpoint. The message says which file or tensor, where, and what is wrong. See `parseSafetensors`. */
export class CheckpointError extends Error {
  override readonly name = 'CheckpointError';
}
