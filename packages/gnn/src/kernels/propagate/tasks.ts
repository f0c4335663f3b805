import { PLANE_ROW_BYTES } from '../../tensor/planes.ts';
import type { Address } from '../kernel-exports.ts';
import type { TaskContext } from '../threads/task.ts';

export interface PropagateArgs {
  readonly numNodes: number;
  readonly numPlanes: number;
  readonly rowPointers: Address;
  readonly columns: Address;
  readonly scale: Address;
  readonly src: Address;
  readonly dst: Address;
  /** An Int32 that is 0 at the start: the next piece of work that no thread has taken. */
  readonly nextPiece: Address;
  /** Where the pieces of a plane begin and end: piecesPerPlane + 1 rows (Int32). */
  readonly pieceRows: Address;
  readonly piecesPerPlane: number;
}

export const tasks = {
  /**
   * Threads take pieces (rows of one plane) until none is left, so that a thread which the system holds up delays the
   * others by no more than its piece. Neighbouring pieces read the same plane, which stays in the shared cache.
   */
  propagate({ kernels, memory }: TaskContext, args: PropagateArgs): void {
    const next = new Int32Array(memory.buffer, args.nextPiece, 1);
    const rows = new Int32Array(memory.buffer, args.pieceRows, args.piecesPerPlane + 1);
    const numPieces = args.numPlanes * args.piecesPerPlane;
    for (let piece = Atomics.add(next, 0, 1); piece < numPieces; piece = Atomics.add(next, 0, 1)) {
      const plane = Math.floor(piece / args.piecesPerPlane);
      const offset = plane * args.numNodes * PLANE_ROW_BYTES;
      const first = piece % args.piecesPerPlane;
      kernels.propagate(
        args.rowPointers,
        args.columns,
        args.scale,
        args.src + offset,
        args.dst + offset,
        rows[first]!,
        rows[first + 1]!,
      );
    }
  },
};
