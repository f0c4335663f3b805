import type { NormalizedAdjacency } from '../../tensor/normalized-adjacency.ts';

/** Rows from..to of an adjacency, whose neighbours are among nodes sourceFrom..sourceTo. */
export interface RowBlock {
  readonly from: number;
  readonly to: number;
  readonly sourceFrom: number;
  readonly sourceTo: number;
}

/**
 * Cuts the rows into two blocks with about equally many entries. In a bipartite graph, users before items, these are its two sides.
 * Each reads only the other side, so a cache has to hold half of a plane instead of the whole.
 */
export function rowBlocks({ rowPointers, columns }: NormalizedAdjacency): readonly [RowBlock, RowBlock] {
  const numRows = rowPointers.length - 1;
  const middle = evenCuts(rowPointers, 2, 0, numRows)[1]!;
  const block = (from: number, to: number): RowBlock => {
    let sourceFrom = numRows;
    let sourceTo = 0;
    for (let r = from; r < to; r++) {
      const [first, behind] = [rowPointers[r]!, rowPointers[r + 1]!];
      if (first === behind) continue;
      sourceFrom = Math.min(sourceFrom, columns[first]!);
      sourceTo = Math.max(sourceTo, columns[behind - 1]! + 1);
    }
    return { from, to, sourceFrom: Math.min(sourceFrom, sourceTo), sourceTo };
  };
  return [block(0, middle), block(middle, numRows)];
}

/** Returns count + 1 rows that cut from..to into pieces with about equally many entries. */
export function evenCuts(rowPointers: Int32Array, count: number, from: number, to: number): Int32Array {
  const cuts = new Int32Array(count + 1).fill(to);
  const [first, last] = [rowPointers[from]!, rowPointers[to]!];
  let row = from;
  for (let piece = 0; piece < count; piece++) {
    const target = first + ((last - first) * piece) / count;
    while (row < to && rowPointers[row]! < target) row++;
    cuts[piece] = row;
  }
  return cuts;
}
