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

/** The columns of row `r`, as a view. */
export function neighborsOf(csr: Csr, r: number): Int32Array {
  return csr.columns.subarray(csr.rowPointers[r], csr.rowPointers[r + 1]);
}

export function degreeOf(csr: Csr, r: number): number {
  return csr.rowPointers[r + 1]! - csr.rowPointers[r]!;
}

/** Whether (r, column) is present, by binary search. */
export function hasEdge(csr: Csr, r: number, column: number): boolean {
  let low = csr.rowPointers[r]!;
  let high = csr.rowPointers[r + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (csr.columns[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return low < csr.rowPointers[r + 1]! && csr.columns[low] === column;
}

/**
 * The transpose, by counting sort in time linear in rows, columns and entries. Rows of the result come out ascending, so that
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
