import { open } from 'node:fs/promises';
import { CheckpointError } from './checkpoint-error.ts';
import { floatOfBrainFloat, floatOfHalf } from './half-precision.ts';
import { parseHeader, type TensorEntry } from './safetensors-header.ts';
import type { Tensor } from './tensor.ts';

export interface Checkpoint {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface ReadOptions {
  /** How to treat a NaN or an infinity in a tensor (default: `error`). */
  readonly nonFinite?: 'error' | 'allow';
  /** The largest accepted file, in bytes (default: 4 GiB). */
  readonly maxBytes?: number;
}

/**
 * Reads a safetensors file. F16 and BF16 become float32; F32, I32 and I64 keep their type. The tensors are copies.
 *
 * Rejects with a CheckpointError that names the file, the tensor and the position when the file is truncated, its sizes disagree,
 * its tensors overlap, a type is unknown, or a number is not finite. Rejects with the system's error when the file cannot be read.
 *
 * @example
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { readSafetensors, writeSafetensors } from '@kindred/gnn';
 *
 * const path = join(tmpdir(), 'example.safetensors');
 * await writeSafetensors(path, new Map([['items', { shape: [3], data: Int32Array.of(4, 5, 6) }]]));
 * const { tensors } = await readSafetensors(path);
 * console.log(tensors.get('items')?.data); // 4, 5, 6
 */
export async function readSafetensors(path: string, options: ReadOptions = {}): Promise<Checkpoint> {
  const { maxBytes = 2 ** 32 } = options;
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > maxBytes)
      throw new CheckpointError(`${path}: the file has ${size} bytes; at most ${maxBytes} are allowed.`);
    return parseSafetensors(await file.readFile(), { ...options, source: path });
  } finally {
    await file.close();
  }
}

/**
 * `readSafetensors` for bytes in memory. Error messages begin with `source`. Throws the errors with which that rejects.
 *
 * @example
 * import { CheckpointError, parseSafetensors } from '@kindred/gnn';
 *
 * try {
 *   parseSafetensors(new Uint8Array(4), { source: 'upload' });
 * } catch (error) {
 *   if (error instanceof CheckpointError) console.log(error.message); // upload: ...
 * }
 */
export function parseSafetensors(
  bytes: Uint8Array,
  { source = 'checkpoint', nonFinite = 'error' }: ReadOptions & { readonly source?: string } = {},
): Checkpoint {
  const { entries, metadata, dataOffset } = parseHeader(bytes, source);
  const tensors = new Map<string, Tensor>();
  for (const entry of entries) {
    const data = decode(entry, bytes.subarray(dataOffset + entry.begin, dataOffset + entry.end));
    if (nonFinite === 'error' && data instanceof Float32Array) {
      const at = data.findIndex((value) => !Number.isFinite(value));
      if (at >= 0)
        throw new CheckpointError(`${source}: tensor "${entry.name}" holds ${data[at]} at element ${at}.`);
    }
    tensors.set(entry.name, { shape: entry.shape, data });
  }
  return { tensors, metadata };
}

/**
 * Copies, because a tensor may begin at an address that no typed array can view (and a Buffer's `slice` would not copy).
 * Hosts of Node 24 are little-endian, as the format is.
 */
function decode({ dtype }: TensorEntry, bytes: Uint8Array): Tensor['data'] {
  const { buffer } = new Uint8Array(bytes);
  switch (dtype) {
    case 'F32':
      return new Float32Array(buffer);
    case 'I32':
      return new Int32Array(buffer);
    case 'I64':
      return new BigInt64Array(buffer);
    case 'F16':
      return Float32Array.from(new Uint16Array(buffer), floatOfHalf);
    case 'BF16':
      return Float32Array.from(new Uint16Array(buffer), floatOfBrainFloat);
    default:
      return dtype satisfies never;
  }
}
