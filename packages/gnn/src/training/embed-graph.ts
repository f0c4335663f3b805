import type { BipartiteGraph } from '../graph/bipartite-graph.ts';
import { LightGCN, splitNodes } from '../models/light-gcn.ts';
import { type Matrix, raiseRowNorms } from '../tensor/matrix.ts';
import type { LightGCNConfig } from './light-gcn-config.ts';
import { LightGCNEngine } from './light-gcn-engine.ts';

export interface EmbedOptions {
  readonly graph: BipartiteGraph;
  /** The trained table, numNodes x embeddingDim: users, then items. */
  readonly table: Matrix;
  readonly config: LightGCNConfig;
  readonly threads: number;
}

/**
 * Makes the model of a trained table on a graph, which may have gained interactions since the training. Takes about a
 * second for a million interactions.
 */
export async function embedGraph({ graph, table, config, threads }: EmbedOptions): Promise<LightGCN> {
  const capacity = { users: 0, slots: 0, edges: 0, masks: 0 };
  const engine = await LightGCNEngine.start({ graph, config, table, threads, capacity, numShared: 0 });
  try {
    const final = splitNodes(await engine.read('final'), graph);
    const foldIn = splitNodes(await engine.read('fold-in'), graph);
    const layer0 = splitNodes(table, graph);
    raiseRowNorms(final.items.data, config.embeddingDim, config.itemNormExponent);
    return new LightGCN({
      numLayers: config.numLayers,
      userEmbeddings: final.users,
      itemEmbeddings: final.items,
      userTable: layer0.users,
      itemTable: layer0.items,
      foldInVectors: foldIn.items,
    });
  } finally {
    await engine.dispose();
  }
}
