/** A named array of numbers in a checkpoint, row-major. */
export interface Tensor {
  /** Sizes; the empty list is a single number. */
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | BigInt64Array;
}

export type Dtype = 'F32' | 'F16' | 'BF16' | 'I32' | 'I64';

export const DTYPE_BYTES: Readonly<Record<Dtype, number>> = { F32: 4, F16: 2, BF16: 2, I32: 4, I64: 8 };

export function isDtype(value: unknown): value is Dtype {
  return typeof value === 'string' && Object.hasOwn(DTYPE_BYTES, value);
}

/** Returns the type under which a tensor is written. */
export function dtypeOf({ data }: Tensor): Dtype {
  if (data instanceof Float32Array) return 'F32';
  return data instanceof Int32Array ? 'I32' : 'I64';
}

/** Returns how many numbers a shape holds. */
export function elementsOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
