import { PLANE_ROW_BYTES } from '../../tensor/planes.ts';
import type { Address } from '../kernel-exports.ts';
import { shareOf, type TaskContext } from '../threads/task.ts';
import type { RowBlock } from './row-blocks.ts';

export interface PropagateArgs {
  readonly numNodes: number;
  readonly numPlanes: number;
  readonly rowPointers: Address;
  readonly columns: Address;
  readonly scale: Address;
  readonly src: Address;
  readonly dst: Address;
  readonly blocks: readonly RowBlock[];
  readonly piecesPerBlock: number;
  /** Where the pieces of each block begin and end: piecesPerBlock + 1 rows per block (Int32). */
  readonly pieceRows: Address;
  /** An Int32, 0 at the start: the next piece of work that no thread has taken. */
  readonly nextPiece: Address;
}

export const tasks = {
  /**
   * Threads take pieces (rows of one block of one plane) until none is left. So a thread that the system delays
   * holds up the others by at most one piece. Neighbouring pieces read the same half of a plane, which stays in the shared cache:
   * each thread loads its share of it when it reaches the first of these pieces.
   */
  propagate(context: TaskContext, args: PropagateArgs): void {
    const { kernels, memory } = context;
    const { blocks, piecesPerBlock } = args;
    const next = new Int32Array(memory.buffer, args.nextPiece, 1);
    const rows = new Int32Array(memory.buffer, args.pieceRows, blocks.length * (piecesPerBlock + 1));
    const numParts = args.numPlanes * blocks.length;
    let touched = -1;
    for (;;) {
      const piece = Atomics.add(next, 0, 1);
      const part = Math.floor(piece / piecesPerBlock);
      if (part >= numParts) return;
      const b = part % blocks.length;
      const offset = Math.floor(part / blocks.length) * args.numNodes * PLANE_ROW_BYTES;
      if (part !== touched) {
        touched = part;
        const { sourceFrom, sourceTo } = blocks[b]!;
        const share = shareOf(context, sourceTo - sourceFrom);
        const first = args.src + offset + sourceFrom * PLANE_ROW_BYTES;
        kernels.touch(first + share.from * PLANE_ROW_BYTES, first + share.to * PLANE_ROW_BYTES);
      }
      const cut = b * (piecesPerBlock + 1) + (piece % piecesPerBlock);
      kernels.propagate(
        args.rowPointers,
        args.columns,
        args.scale,
        args.src + offset,
        args.dst + offset,
        rows[cut]!,
        rows[cut + 1]!,
      );
    }
  },
};
