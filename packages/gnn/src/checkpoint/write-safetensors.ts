import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CheckpointError } from './checkpoint-error.ts';
import { dtypeOf, elementsOf, type Tensor } from './tensor.ts';

/**
 * Writes tensors as a safetensors file in the given order. A reader sees the old file or the whole new one: the bytes go
 * to a temporary file beside it, which is flushed to the disk and renamed.
 *
 * Rejects with a CheckpointError when a tensor's shape does not fit its data, and with the system's error when writing fails.
 * It removes the temporary file in both cases.
 *
 * @example
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { writeSafetensors } from '@kindred/gnn';
 *
 * const items = { shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) };
 * await writeSafetensors(join(tmpdir(), 'example.safetensors'), new Map([['items', items]]));
 */
export async function writeSafetensors(
  path: string,
  tensors: ReadonlyMap<string, Tensor>,
  metadata: Readonly<Record<string, string>> = {},
): Promise<void> {
  const chunks = encodeSafetensors(tensors, metadata);
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      for (const chunk of chunks) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The bytes of a file, in pieces that share the tensors' memory. */
export function encodeSafetensors(
  tensors: ReadonlyMap<string, Tensor>,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array[] {
  const header: Record<string, unknown> = {};
  if (Object.keys(metadata).length > 0) header.__metadata__ = metadata;
  let position = 0;
  for (const [name, tensor] of tensors) {
    if (name === '__metadata__') throw new CheckpointError('A tensor cannot be named "__metadata__".');
    if (elementsOf(tensor.shape) !== tensor.data.length) {
      throw new CheckpointError(
        `Tensor "${name}" of shape [${tensor.shape.join(', ')}] needs ${elementsOf(tensor.shape)} numbers, but has ${tensor.data.length}.`,
      );
    }
    const end = position + tensor.data.byteLength;
    header[name] = { dtype: dtypeOf(tensor), shape: tensor.shape, data_offsets: [position, end] };
    position = end;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  // Spaces up to a multiple of 8 align the data, as the format's own writers do.
  const padded = new Uint8Array(Math.ceil(json.length / 8) * 8).fill(0x20);
  padded.set(json);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(padded.length), true);
  const bytes = Array.from(
    tensors.values(),
    ({ data }) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  );
  return [length, padded, ...bytes];
}

/** Makes the rename itself survive a power cut. Not every system can open a folder. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  try {
    await folder?.sync().catch(() => undefined);
  } finally {
    await folder?.close();
  }
}
