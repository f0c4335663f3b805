/**
 * dst[r] (+)= sum of weights[e] * rows[ends[e]] over the edges e of r, for r in from..to; rows are `rowBytes` long.
 * `edges` lists the edges of each r, or is 0 when they are numbered consecutively.
 */
export function sumWeightedRows(
  pointers: usize,
  edges: usize,
  ends: usize,
  weights: usize,
  rows: usize,
  rowBytes: usize,
  dst: usize,
  from: i32,
  to: i32,
  accumulate: bool,
): void {
  for (let r = <usize>from; r < <usize>to; r++) {
    const out = dst + r * rowBytes;
    if (!accumulate) memory.fill(out, 0, rowBytes);
    const end = load<u32>(pointers + (r << 2), 4);
    for (let p = load<u32>(pointers + (r << 2)); p < end; p++) {
      const e: usize = edges ? <usize>load<u32>(edges + ((<usize>p) << 2)) : <usize>p;
      const w = v128.load32_splat(weights + (e << 2));
      const row = rows + <usize>load<u32>(ends + (e << 2)) * rowBytes;
      for (let o: usize = 0; o < rowBytes; o += 16) {
        v128.store(out + o, f32x4.add(v128.load(out + o), f32x4.mul(w, v128.load(row + o))));
      }
    }
  }
}
