/**
 * @file Dense product in panels of 16 columns: C[i, j] (+)= sum over k of A[i, k] B[k, j].
 *
 * All strides are bytes, so one kernel serves scores (A rows, B packed), user gradients (P N) and item gradients
 * (P' U, with A read transposed). Two rows by four vectors are eight accumulators: more would spill.
 */

function multiplyTwoRows(
  a: usize,
  a2: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  c2: usize,
  depth: i32,
  accumulate: bool,
): void {
  let x0 = f32x4.splat(0);
  let x1 = x0;
  let x2 = x0;
  let x3 = x0;
  let y0 = x0;
  let y1 = x0;
  let y2 = x0;
  let y3 = x0;
  if (accumulate) {
    x0 = v128.load(c, 0);
    x1 = v128.load(c, 16);
    x2 = v128.load(c, 32);
    x3 = v128.load(c, 48);
    y0 = v128.load(c2, 0);
    y1 = v128.load(c2, 16);
    y2 = v128.load(c2, 32);
    y3 = v128.load(c2, 48);
  }
  for (let k = 0; k < depth; k++, a += aStep, a2 += aStep, b += bStep) {
    const s = v128.load32_splat(a);
    const t = v128.load32_splat(a2);
    const b0 = v128.load(b, 0);
    const b1 = v128.load(b, 16);
    const b2 = v128.load(b, 32);
    const b3 = v128.load(b, 48);
    x0 = f32x4.add(x0, f32x4.mul(s, b0));
    y0 = f32x4.add(y0, f32x4.mul(t, b0));
    x1 = f32x4.add(x1, f32x4.mul(s, b1));
    y1 = f32x4.add(y1, f32x4.mul(t, b1));
    x2 = f32x4.add(x2, f32x4.mul(s, b2));
    y2 = f32x4.add(y2, f32x4.mul(t, b2));
    x3 = f32x4.add(x3, f32x4.mul(s, b3));
    y3 = f32x4.add(y3, f32x4.mul(t, b3));
  }
  v128.store(c, x0, 0);
  v128.store(c, x1, 16);
  v128.store(c, x2, 32);
  v128.store(c, x3, 48);
  v128.store(c2, y0, 0);
  v128.store(c2, y1, 16);
  v128.store(c2, y2, 32);
  v128.store(c2, y3, 48);
}

function multiplyOneRow(
  a: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  depth: i32,
  accumulate: bool,
): void {
  let x0 = f32x4.splat(0);
  let x1 = x0;
  let x2 = x0;
  let x3 = x0;
  if (accumulate) {
    x0 = v128.load(c, 0);
    x1 = v128.load(c, 16);
    x2 = v128.load(c, 32);
    x3 = v128.load(c, 48);
  }
  for (let k = 0; k < depth; k++, a += aStep, b += bStep) {
    const s = v128.load32_splat(a);
    x0 = f32x4.add(x0, f32x4.mul(s, v128.load(b, 0)));
    x1 = f32x4.add(x1, f32x4.mul(s, v128.load(b, 16)));
    x2 = f32x4.add(x2, f32x4.mul(s, v128.load(b, 32)));
    x3 = f32x4.add(x3, f32x4.mul(s, v128.load(b, 48)));
  }
  v128.store(c, x0, 0);
  v128.store(c, x1, 16);
  v128.store(c, x2, 32);
  v128.store(c, x3, 48);
}

/**
 * C (+)= A B for `rows` rows of A, `panels` panels of 16 columns of B and C, and `depth` steps.
 * A[i, k] lies at a + i aRow + k aStep; B's panel j, step k at b + j bPanel + k bStep; C's row i, panel j at c + i cRow + 64 j.
 */
export function multiply(
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bPanel: usize,
  bStep: usize,
  c: usize,
  cRow: usize,
  rows: i32,
  panels: i32,
  depth: i32,
  accumulate: bool,
): void {
  for (let j = 0; j < panels; j++, b += bPanel, c += 64) {
    let i = 0;
    let ai = a;
    let ci = c;
    for (; i + 1 < rows; i += 2, ai += 2 * aRow, ci += 2 * cRow) {
      multiplyTwoRows(ai, ai + aRow, aStep, b, bStep, ci, ci + cRow, depth, accumulate);
    }
    if (i < rows) multiplyOneRow(ai, aStep, b, bStep, ci, depth, accumulate);
  }
}
