import { dot } from './vector';

/** Divides rows from..to by their Euclidean norm, in place, and keeps 1 / norm of each (0 for a row of zeros). */
export function normalizeRows(rows: usize, inverseNorms: usize, rowBytes: usize, from: i32, to: i32): void {
  for (let r = <usize>from; r < <usize>to; r++) {
    const row = rows + r * rowBytes;
    const square = dot(row, row, rowBytes);
    const inverse: f32 = square > 0 ? <f32>(1.0 / Math.sqrt(<f64>square)) : 0;
    store<f32>(inverseNorms + (r << 2), inverse);
    const s = f32x4.splat(inverse);
    for (let o: usize = 0; o < rowBytes; o += 16) v128.store(row + o, f32x4.mul(s, v128.load(row + o)));
  }
}

/** Turns gradients of normalised rows n into those of the rows they came from: (g - (g . n) n) / norm, in place on g. */
export function normalizeRowsBackward(
  normalized: usize,
  inverseNorms: usize,
  gradients: usize,
  rowBytes: usize,
  from: i32,
  to: i32,
): void {
  for (let r = <usize>from; r < <usize>to; r++) {
    const n = normalized + r * rowBytes;
    const g = gradients + r * rowBytes;
    const along = f32x4.splat(dot(g, n, rowBytes));
    const s = v128.load32_splat(inverseNorms + (r << 2));
    for (let o: usize = 0; o < rowBytes; o += 16) {
      v128.store(g + o, f32x4.mul(s, f32x4.sub(v128.load(g + o), f32x4.mul(along, v128.load(n + o)))));
    }
  }
}
