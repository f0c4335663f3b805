import type { BipartiteGraph } from '../graph/bipartite-graph.ts';
import { spectralEmbedding } from '../graph/spectral-embedding.ts';
import { createMatrix, type Matrix } from '../tensor/matrix.ts';
import { createRandom } from '../tensor/random.ts';
import type { LightGCNConfig } from './light-gcn-config.ts';

/** Root mean square of the spectral start's numbers, against which Adam's steps are small or large. */
const SPECTRAL_RMS = 0.1;
const RANDOM_DEVIATION = 0.1;

/** The table before training, numNodes x embeddingDim: users, then items. */
export async function startTable(
  graph: BipartiteGraph,
  { start, embeddingDim, seed }: LightGCNConfig,
  signal?: AbortSignal,
): Promise<Matrix> {
  const table = createMatrix(graph.numNodes, embeddingDim);
  const random = createRandom(seed);
  if (start === 'random') {
    for (let j = 0; j < table.data.length; j++) table.data[j] = RANDOM_DEVIATION * random.normal();
    return table;
  }
  const { users, items, singularValues } = await spectralEmbedding(graph, {
    rank: embeddingDim,
    seed,
    ...(signal && { signal }),
  });
  table.data.set(users.data);
  table.data.set(items.data, users.data.length);
  let squares = 0;
  for (const x of table.data) squares += x * x;
  const factor = SPECTRAL_RMS / Math.sqrt(squares / table.data.length);
  for (let j = 0; j < table.data.length; j++) {
    // A column past the rank of a small graph starts as noise; zeros could never be trained.
    table.data[j] =
      singularValues[j % embeddingDim]! > 0 ? factor * table.data[j]! : SPECTRAL_RMS * random.normal();
  }
  return table;
}
