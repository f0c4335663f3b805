import { afterEach, describe, expect, it } from 'vitest';
import { randomAdjacency } from '../../testing/random-adjacency.ts';
import { randomMatrix, relativeError } from '../../testing/random-matrix.ts';
import { SharedHeap } from '../shared-heap.ts';
import { propagateReference } from './reference.ts';
import { createPropagator, type Propagator } from './wasm.ts';

let propagator: Propagator | undefined;
afterEach(() => propagator?.dispose());

describe('propagation in WebAssembly', () => {
  it.each([
    { nodes: 2, edges: 1, columns: 16, threads: 1 },
    { nodes: 80, edges: 40, columns: 64, threads: 2 },
    { nodes: 100, edges: 900, columns: 20, threads: 2 },
    { nodes: 1000, edges: 9000, columns: 64, threads: 1 },
    { nodes: 1000, edges: 9000, columns: 64, threads: 3 },
  ])(
    'agrees with the reference: $nodes nodes, $edges edges, $columns columns, $threads threads',
    async (shape) => {
      const adjacency = randomAdjacency(shape.nodes, shape.edges, 7);
      const x = randomMatrix(shape.nodes, shape.columns, 3);

      propagator = await createPropagator(new SharedHeap(), adjacency, shape.columns, shape.threads);
      propagator.write(x);
      await propagator.run();

      expect(relativeError(propagator.read().data, propagateReference(adjacency, x).data)).toBeLessThan(1e-6);
    },
  );

  it('gives zeros to nodes without neighbours', async () => {
    const adjacency = randomAdjacency(90, 20, 5);
    const { rowPointers } = adjacency;
    const isolated = Array.from({ length: 90 }, (_, n) => n).filter(
      (n) => rowPointers[n] === rowPointers[n + 1],
    );
    propagator = await createPropagator(new SharedHeap(), adjacency, 16, 1);
    propagator.write(randomMatrix(90, 16, 1));
    await propagator.run();
    const { data } = propagator.read();

    expect(isolated.length).toBeGreaterThan(10);
    for (const n of isolated) expect(data.subarray(n * 16, n * 16 + 16)).toEqual(new Float32Array(16));
  });
});
