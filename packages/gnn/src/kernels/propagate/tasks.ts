import { PLANE_ROW_BYTES } from '../../tensor/planes.ts';
import type { Address } from '../kernel-exports.ts';
import type { TaskContext } from '../threads/task.ts';

interface PropagateArgs {
  readonly numNodes: number;
  readonly numPlanes: number;
  readonly rowPointers: Address;
  readonly columns: Address;
  readonly scale: Address;
  readonly src: Address;
  readonly dst: Address;
}

export const tasks = {
  propagate({ kernels, thread, threads }: TaskContext, args: PropagateArgs): void {
    for (let plane = thread; plane < args.numPlanes; plane += threads) {
      const offset = plane * args.numNodes * PLANE_ROW_BYTES;
      kernels.propagate(
        args.rowPointers,
        args.columns,
        args.scale,
        args.src + offset,
        args.dst + offset,
        0,
        args.numNodes,
      );
    }
  },
};
