/**
 * A sparse binary matrix by rows: the columns of row r, ascending and distinct, are
 * `columns[rowPointers[r]] .. columns[rowPointers[r + 1] - 1]`.
 */
export interface Csr {
  readonly numRows: number;
  readonly numColumns: number;
  readonly rowPointers: Int32Array;
  readonly columns: Int32Array;
}

/**
 * Returns the columns of row `r` of a graph's `userItems` or `itemUsers`, ascending, as a view. Does not check that row `r` exists.
 *
 * @example
 * import { buildBipartiteGraph, neighborsOf } from '@kindred/gnn';
 *
 * const graph = buildBipartiteGraph({ users: Int32Array.of(0, 0, 1), items: Int32Array.of(0, 2, 1) });
 * console.log(neighborsOf(graph.userItems, 0)); // 0, 2
 */
export function neighborsOf(csr: Csr, r: number): Int32Array {
  return csr.columns.subarray(csr.rowPointers[r], csr.rowPointers[r + 1]);
}

/**
 * How many columns row `r` has.
 *
 * @example
 * import { buildBipartiteGraph, degreeOf } from '@kindred/gnn';
 *
 * const graph = buildBipartiteGraph({ users: Int32Array.of(0, 0, 1), items: Int32Array.of(0, 2, 1) });
 * console.log(degreeOf(graph.userItems, 0)); // 2
 */
export function degreeOf(csr: Csr, r: number): number {
  return csr.rowPointers[r + 1]! - csr.rowPointers[r]!;
}

/**
 * Whether (r, column) is present, by binary search.
 *
 * @example
 * import { buildBipartiteGraph, hasEdge } from '@kindred/gnn';
 *
 * const graph = buildBipartiteGraph({ users: Int32Array.of(0, 0, 1), items: Int32Array.of(0, 2, 1) });
 * console.log(hasEdge(graph.userItems, 0, 1)); // false
 */
export function hasEdge(csr: Csr, r: number, column: number): boolean {
  return positionOf(csr, r, column) >= 0;
}

/** Returns the position of (r, column) in `columns`, by binary search; -1 if it is missing. */
export function positionOf(csr: Csr, r: number, column: number): number {
  let low = csr.rowPointers[r]!;
  let high = csr.rowPointers[r + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (csr.columns[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return low < csr.rowPointers[r + 1]! && csr.columns[low] === column ? low : -1;
}

/**
 * Transposes by counting sort, in time linear in rows, columns and entries. Rows of the result are ascending, so
 * transposing unsorted edges twice sorts them.
 */
export function transpose(csr: Csr): Csr {
  const rowPointers = new Int32Array(csr.numColumns + 1);
  for (const column of csr.columns) rowPointers[column + 1]!++;
  for (let c = 0; c < csr.numColumns; c++) rowPointers[c + 1]! += rowPointers[c]!;
  const next = rowPointers.slice(0, csr.numColumns);
  const columns = new Int32Array(csr.columns.length);
  for (let r = 0; r < csr.numRows; r++) {
    for (let p = csr.rowPointers[r]!; p < csr.rowPointers[r + 1]!; p++) {
      columns[next[csr.columns[p]!]!++] = r;
    }
  }
  return { numRows: csr.numColumns, numColumns: csr.numRows, rowPointers, columns };
}
