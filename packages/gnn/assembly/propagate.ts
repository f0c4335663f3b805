/**
 * @file Propagation over planes. A plane holds 16 columns of a node matrix, one 64-byte cache line a node, so that a
 * neighbour costs one line whatever the embedding's width, and planes can be given to threads that never meet.
 *
 * The adjacency has no values: with S = D^-1/2 and z = S x, the product z' = S (S A S) x = S^2 A z needs only a sum
 * over neighbours and one multiplication per row.
 */

/**
 * Reads a word of every cache line in from..to, so that what a gather is about to pick from at random comes in as one stream.
 * Gives the words' sum, which keeps the compilers from leaving the reads out. Both addresses are multiples of 64.
 */
export function touch(from: usize, to: usize): i32 {
  let sum = 0;
  for (let line = from; line < to; line += 64) sum += load<i32>(line);
  return sum;
}

/** dst[r] = scale[r] * sum of src[c] over the neighbours c of r, for rows from..to. */
export function propagate(
  rowPointers: usize,
  columns: usize,
  scale: usize,
  src: usize,
  dst: usize,
  from: i32,
  to: i32,
): void {
  for (let r = from; r < to; r++) {
    let p = columns + ((<usize>load<u32>(rowPointers + ((<usize>r) << 2))) << 2);
    const end = columns + ((<usize>load<u32>(rowPointers + ((<usize>r) << 2), 4)) << 2);
    let a0 = f32x4.splat(0);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let b0 = a0;
    let b1 = a0;
    let b2 = a0;
    let b3 = a0;
    // Two chains of accumulators hide the latency of the additions; sixteen would spill.
    for (; p + 4 < end; p += 8) {
      const x = src + ((<usize>load<u32>(p)) << 6);
      const y = src + ((<usize>load<u32>(p, 4)) << 6);
      a0 = f32x4.add(a0, v128.load(x, 0));
      a1 = f32x4.add(a1, v128.load(x, 16));
      a2 = f32x4.add(a2, v128.load(x, 32));
      a3 = f32x4.add(a3, v128.load(x, 48));
      b0 = f32x4.add(b0, v128.load(y, 0));
      b1 = f32x4.add(b1, v128.load(y, 16));
      b2 = f32x4.add(b2, v128.load(y, 32));
      b3 = f32x4.add(b3, v128.load(y, 48));
    }
    if (p < end) {
      const x = src + ((<usize>load<u32>(p)) << 6);
      a0 = f32x4.add(a0, v128.load(x, 0));
      a1 = f32x4.add(a1, v128.load(x, 16));
      a2 = f32x4.add(a2, v128.load(x, 32));
      a3 = f32x4.add(a3, v128.load(x, 48));
    }
    const s = v128.load32_splat(scale + ((<usize>r) << 2));
    const out = dst + ((<usize>r) << 6);
    v128.store(out, f32x4.mul(s, f32x4.add(a0, b0)), 0);
    v128.store(out, f32x4.mul(s, f32x4.add(a1, b1)), 16);
    v128.store(out, f32x4.mul(s, f32x4.add(a2, b2)), 32);
    v128.store(out, f32x4.mul(s, f32x4.add(a3, b3)), 48);
  }
}

/**
 * The layer combination of chosen nodes: out[j] = weight * unscale[n] * (sum of layers[n] + last layer of n), n = nodes[j].
 * With `withLast` the last layer is propagated here, for these nodes only. `nodes` = 0 stands for 0..count, `unscale` = 0 for ones.
 * Rows of `out` are `outRow` bytes apart.
 */
export function combineRows(
  rowPointers: usize,
  columns: usize,
  scale: usize,
  layers: usize,
  layerBytes: usize,
  numLayers: i32,
  withLast: i32,
  nodes: usize,
  from: i32,
  to: i32,
  unscale: usize,
  weight: f32,
  out: usize,
  outRow: usize,
): void {
  for (let j = from; j < to; j++) {
    const n: usize = nodes ? <usize>load<u32>(nodes + ((<usize>j) << 2)) : <usize>j;
    let a0 = f32x4.splat(0);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    if (withLast) {
      const last = layers + <usize>(numLayers - 1) * layerBytes;
      let p = columns + ((<usize>load<u32>(rowPointers + (n << 2))) << 2);
      const end = columns + ((<usize>load<u32>(rowPointers + (n << 2), 4)) << 2);
      for (; p < end; p += 4) {
        const x = last + ((<usize>load<u32>(p)) << 6);
        a0 = f32x4.add(a0, v128.load(x, 0));
        a1 = f32x4.add(a1, v128.load(x, 16));
        a2 = f32x4.add(a2, v128.load(x, 32));
        a3 = f32x4.add(a3, v128.load(x, 48));
      }
      const s = v128.load32_splat(scale + (n << 2));
      a0 = f32x4.mul(s, a0);
      a1 = f32x4.mul(s, a1);
      a2 = f32x4.mul(s, a2);
      a3 = f32x4.mul(s, a3);
    }
    let x = layers + (n << 6);
    for (let k = 0; k < numLayers; k++, x += layerBytes) {
      a0 = f32x4.add(a0, v128.load(x, 0));
      a1 = f32x4.add(a1, v128.load(x, 16));
      a2 = f32x4.add(a2, v128.load(x, 32));
      a3 = f32x4.add(a3, v128.load(x, 48));
    }
    const w = f32x4.splat(unscale ? weight * load<f32>(unscale + (n << 2)) : weight);
    const o = out + <usize>j * outRow;
    v128.store(o, f32x4.mul(w, a0), 0);
    v128.store(o, f32x4.mul(w, a1), 16);
    v128.store(o, f32x4.mul(w, a2), 32);
    v128.store(o, f32x4.mul(w, a3), 48);
  }
}

/** dst[n] += weight * scale[n] * rows[j], n = nodes[j]; rows are `rowBytes` apart. */
export function scatterRows(
  nodes: usize,
  count: i32,
  scale: usize,
  weight: f32,
  rows: usize,
  rowBytes: usize,
  dst: usize,
): void {
  for (let j = 0; j < count; j++) {
    const n = <usize>load<u32>(nodes + ((<usize>j) << 2));
    addScaled(dst + (n << 6), rows + <usize>j * rowBytes, weight * load<f32>(scale + (n << 2)));
  }
}

/** dst[n] += factor * weights[j] * src[n], n = nodes[j], both planes. */
export function scatterWeightedRows(
  nodes: usize,
  count: i32,
  weights: usize,
  factor: f32,
  src: usize,
  dst: usize,
): void {
  for (let j = 0; j < count; j++) {
    const n = <usize>load<u32>(nodes + ((<usize>j) << 2));
    addScaled(dst + (n << 6), src + (n << 6), factor * load<f32>(weights + ((<usize>j) << 2)));
  }
}

/**
 * One propagation of a matrix that is zero outside the chosen nodes, pushed from those nodes:
 * dst[c] += outScale[c] * (weight * inScale[n] * rows[j]) for every neighbour c of n = nodes[j].
 */
export function pushRows(
  rowPointers: usize,
  columns: usize,
  inScale: usize,
  outScale: usize,
  nodes: usize,
  count: i32,
  weight: f32,
  rows: usize,
  rowBytes: usize,
  dst: usize,
): void {
  for (let j = 0; j < count; j++) {
    const n = <usize>load<u32>(nodes + ((<usize>j) << 2));
    const row = rows + <usize>j * rowBytes;
    const s = f32x4.splat(weight * load<f32>(inScale + (n << 2)));
    const x0 = f32x4.mul(s, v128.load(row, 0));
    const x1 = f32x4.mul(s, v128.load(row, 16));
    const x2 = f32x4.mul(s, v128.load(row, 32));
    const x3 = f32x4.mul(s, v128.load(row, 48));
    let p = columns + ((<usize>load<u32>(rowPointers + (n << 2))) << 2);
    const end = columns + ((<usize>load<u32>(rowPointers + (n << 2), 4)) << 2);
    for (; p < end; p += 4) {
      const c = <usize>load<u32>(p);
      const t = v128.load32_splat(outScale + (c << 2));
      const o = dst + (c << 6);
      v128.store(o, f32x4.add(v128.load(o, 0), f32x4.mul(t, x0)), 0);
      v128.store(o, f32x4.add(v128.load(o, 16), f32x4.mul(t, x1)), 16);
      v128.store(o, f32x4.add(v128.load(o, 32), f32x4.mul(t, x2)), 32);
      v128.store(o, f32x4.add(v128.load(o, 48), f32x4.mul(t, x3)), 48);
    }
  }
}

function addScaled(dst: usize, src: usize, factor: f32): void {
  const f = f32x4.splat(factor);
  v128.store(dst, f32x4.add(v128.load(dst, 0), f32x4.mul(f, v128.load(src, 0))), 0);
  v128.store(dst, f32x4.add(v128.load(dst, 16), f32x4.mul(f, v128.load(src, 16))), 16);
  v128.store(dst, f32x4.add(v128.load(dst, 32), f32x4.mul(f, v128.load(src, 32))), 32);
  v128.store(dst, f32x4.add(v128.load(dst, 48), f32x4.mul(f, v128.load(src, 48))), 48);
}
