import type { Matrix, Tensor } from '@kindred/gnn';

/** The tensors of an artefact, each held to what its reader expects. Errors name the file, the tensor and the difference. */
export interface StoredTensors {
  /** Users that the model knows: 0 for one that knows none. */
  readonly numUsers: number;
  readonly numItems: number;
  /** @param columns left out: however many there are, but at least one */
  matrix(name: string, rows: number, columns?: number): Matrix;
  /** @param length left out: however many there are */
  floats(name: string, length?: number): Float32Array;
  ints(name: string, length?: number): Int32Array;
  /** An error about what several tensors say together. */
  wrong(problem: string): Error;
}

export function createStoredTensors({
  source,
  tensors,
  numUsers,
  numItems,
}: {
  /** The file, for messages. */
  source: string;
  tensors: ReadonlyMap<string, Tensor>;
  numUsers: number;
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
    numUsers,
    numItems,
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
