import type { Matrix, Tensor } from '@kindred/gnn';

/** The tensors of an artefact. Each read checks the expected type and size; errors name the file, the tensor and the difference. */
export interface StoredTensors {
  readonly numItems: number;
  has(name: string): boolean;
  /** @param columns default: any number, but at least one */
  matrix(name: string, rows: number, columns?: number): Matrix;
  /** @param length default: any */
  floats(name: string, length?: number): Float32Array;
  ints(name: string, length?: number): Int32Array;
  /** Makes an error about a condition between tensors. */
  wrong(problem: string): Error;
}

export function createStoredTensors({
  source,
  tensors,
  numItems,
}: {
  /** The file, for messages. */
  source: string;
  tensors: ReadonlyMap<string, Tensor>;
  numItems: number;
}): StoredTensors {
  const wrong = (problem: string) => new Error(`${source}: ${problem}`);

  function find<Data extends Tensor['data']>(
    name: string,
    isOfType: (data: Tensor['data']) => data is Data,
    type: string,
    sizes: readonly (number | undefined)[],
  ): { shape: readonly number[]; data: Data } {
    const found = tensors.get(name);
    const fits =
      found?.shape.length === sizes.length && found.shape.every((size, d) => size === (sizes[d] ?? size));
    if (found && fits && isOfType(found.data)) return { shape: found.shape, data: found.data };
    const is = found ? `${found.data.constructor.name} of ${found.shape.join(' x ')}` : 'missing';
    throw wrong(
      `${name} must be ${type} of ${sizes.map((size) => size ?? 'any').join(' x ')}, but is ${is}.`,
    );
  }
  const areFloats = (data: Tensor['data']) => data instanceof Float32Array;
  const areInts = (data: Tensor['data']) => data instanceof Int32Array;

  return {
    numItems,
    has: (name) => tensors.has(name),
    matrix(name, rows, columns) {
      const { shape, data } = find(name, areFloats, 'float32', [rows, columns]);
      if (shape[1] === 0) throw wrong(`${name} has no columns.`);
      return { rows, columns: shape[1], data };
    },
    floats: (name, length) => find(name, areFloats, 'float32', [length]).data,
    ints: (name, length) => find(name, areInts, 'int32', [length]).data,
    wrong,
  };
}
