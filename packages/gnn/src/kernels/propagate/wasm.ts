import type { Matrix } from '../../tensor/matrix.ts';
import type { NormalizedAdjacency } from '../../tensor/normalized-adjacency.ts';
import { PLANE_ROW_BYTES, packPlanes, planeCount, unpackPlanes } from '../../tensor/planes.ts';
import type { SharedHeap } from '../shared-heap.ts';
import { KernelPool } from '../threads/kernel-pool.ts';
import { evenCuts, rowBlocks } from './row-blocks.ts';
import type { tasks } from './tasks.ts';

/** A graph and two matrices in shared memory, for repeated multiplication. */
export interface Propagator {
  /** Replaces the matrix to multiply (numNodes x d). */
  write(x: Matrix): void;
  /** Multiplies once. */
  run(): Promise<void>;
  /** The product S A S X, copied. */
  read(): Matrix;
  dispose(): Promise<void>;
}

const PIECES_PER_BLOCK = 4;

/** Makes a propagator that computes what `propagateReference` defines, on `threads` threads. The caller disposes of it. */
export async function createPropagator(
  heap: SharedHeap,
  adjacency: NormalizedAdjacency,
  columns: number,
  threads: number,
): Promise<Propagator> {
  const { numNodes } = adjacency;
  const length = planeCount(columns) * numNodes * (PLANE_ROW_BYTES / 4);
  const src = heap.allocateFloats(length);
  const dst = heap.allocateFloats(length);
  const nextPiece = heap.allocateInts(1);
  const blocks = rowBlocks(adjacency);
  const pieceRows = blocks.flatMap(({ from, to }) => [
    ...evenCuts(adjacency.rowPointers, PIECES_PER_BLOCK, from, to),
  ]);
  const args = {
    numNodes,
    numPlanes: planeCount(columns),
    rowPointers: heap.copyInts(adjacency.rowPointers).byteOffset,
    columns: heap.copyInts(adjacency.columns).byteOffset,
    scale: heap.copyFloats(adjacency.inverseDegrees).byteOffset,
    src: src.byteOffset,
    dst: dst.byteOffset,
    nextPiece: nextPiece.byteOffset,
    blocks,
    piecesPerBlock: PIECES_PER_BLOCK,
    pieceRows: heap.copyInts(Int32Array.from(pieceRows)).byteOffset,
  };
  const pool = await KernelPool.start<typeof tasks>({
    threads,
    heap,
    tasksUrl: new URL('./tasks.ts', import.meta.url),
  });
  return {
    write: (x) => packPlanes(x, src, adjacency.inverseRootDegrees),
    run: () => {
      nextPiece[0] = 0;
      return pool.run('propagate', args);
    },
    read: () => unpackPlanes(dst, numNodes, columns, adjacency.rootDegrees),
    dispose: () => pool.dispose(),
  };
}
