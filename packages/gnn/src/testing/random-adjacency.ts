import type { NormalizedAdjacency } from '../tensor/normalized-adjacency.ts';
import { createRandom } from '../tensor/random.ts';

/** A random symmetric adjacency; when edges are few, some nodes have none. */
export function randomAdjacency(numNodes: number, numEdges: number, seed: number): NormalizedAdjacency {
  const random = createRandom(seed);
  const neighbors = Array.from({ length: numNodes }, () => new Set<number>());
  for (let e = 0; e < numEdges; e++) {
    const [a, b] = [random.below(numNodes), Math.floor(random.float() ** 2 * numNodes)];
    neighbors[a]!.add(b);
    neighbors[b]!.add(a);
  }
  const degrees = neighbors.map((set) => Math.max(1, set.size));
  const rowPointers = new Int32Array(numNodes + 1);
  neighbors.forEach((set, n) => {
    rowPointers[n + 1] = rowPointers[n]! + set.size;
  });
  return {
    numNodes,
    rowPointers,
    columns: Int32Array.from(neighbors.flatMap((set) => [...set].sort((a, b) => a - b))),
    inverseRootDegrees: Float32Array.from(degrees, (degree) => 1 / Math.sqrt(degree)),
    inverseDegrees: Float32Array.from(degrees, (degree) => 1 / degree),
    rootDegrees: Float32Array.from(degrees, Math.sqrt),
  };
}
