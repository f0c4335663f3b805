import { describe, expect, it } from 'vitest';
import { buildBipartiteGraph } from '../../graph/bipartite-graph.ts';
import { normalizedAdjacency } from '../../graph/normalized-adjacency.ts';
import { randomAdjacency } from '../../testing/random-adjacency.ts';
import { randomGraph } from '../../testing/random-graph.ts';
import { evenCuts, rowBlocks } from './row-blocks.ts';

describe('the row blocks of an adjacency', () => {
  it('are the two sides of a bipartite graph, each reading the other', () => {
    const graph = randomGraph(50, 30, 600, 4);
    expect(rowBlocks(normalizedAdjacency(graph))).toEqual([
      { from: 0, to: 50, sourceFrom: 50, sourceTo: 80 },
      { from: 50, to: 80, sourceFrom: 0, sourceTo: 50 },
    ]);
  });

  it('cover all rows and all their neighbours, whatever the graph', () => {
    for (const numEdges of [0, 1, 30, 2000]) {
      const { rowPointers, columns, ...rest } = randomAdjacency(200, numEdges, numEdges);
      const blocks = rowBlocks({ rowPointers, columns, ...rest });
      expect(blocks[0].from).toBe(0);
      expect(blocks[1].from).toBe(blocks[0].to);
      expect(blocks[1].to).toBe(200);
      for (const { from, to, sourceFrom, sourceTo } of blocks) {
        const sources = columns.subarray(rowPointers[from], rowPointers[to]);
        expect(sourceFrom).toBe(sources.length > 0 ? Math.min(...sources) : 0);
        expect(sourceTo).toBe(sources.length > 0 ? Math.max(...sources) + 1 : 0);
      }
    }
  });

  it('are cut where entries are even, not rows', () => {
    const graph = buildBipartiteGraph({
      users: Int32Array.of(0, 0, 0, 0, 1, 2, 3),
      items: Int32Array.of(0, 1, 2, 3, 0, 0, 0),
    });
    expect([...evenCuts(normalizedAdjacency(graph).rowPointers, 2, 0, 4)]).toEqual([0, 1, 4]);
  });
});
