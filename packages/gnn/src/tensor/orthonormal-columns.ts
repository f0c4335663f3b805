/**
 * Makes column `j` a unit vector orthogonal to the columns before it, which are orthonormal, in place (modified Gram-Schmidt, done
 * twice). A column that depends on the columns before it becomes zero.
 */
export function orthonormalizeColumn(columns: readonly Float64Array[], j: number): void {
  const column = columns[j]!;
  const before = norm(column);
  for (let pass = 0; pass < 2; pass++) {
    for (let i = 0; i < j; i++) addScaled(column, columns[i]!, -dotColumns(column, columns[i]!));
  }
  const after = norm(column);
  const factor = after > 1e-9 * before ? 1 / after : 0;
  for (let r = 0; r < column.length; r++) column[r]! *= factor;
}

/** The dot product of two columns. */
export function dotColumns(a: Float64Array, b: Float64Array): number {
  let even = 0;
  let odd = 0;
  let r = 0;
  for (; r + 1 < a.length; r += 2) {
    even += a[r]! * b[r]!;
    odd += a[r + 1]! * b[r + 1]!;
  }
  return r < a.length ? even + odd + a[r]! * b[r]! : even + odd;
}

function norm(column: Float64Array): number {
  return Math.sqrt(dotColumns(column, column));
}

function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let r = 0; r < target.length; r++) target[r]! += factor * source[r]!;
}
