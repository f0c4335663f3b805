/**
 * @file Exact top-K of dot products. Item vectors are packed in panels of 16 items, [panel][column][item], so that a
 * panel is read in order and one product gives 16 scores. Scores are made in tiles that stay in the cache, and
 * only those above a query's current K-th score are looked at.
 */
import { multiply } from './multiply';

const PANELS_PER_BLOCK: i32 = 32;
const QUERIES_PER_TILE: i32 = 16;

/** Packs rows from..to (item vectors of `dim` floats) into panels; a last, partial panel is filled with zeros. `from` is a multiple of 16. */
export function packPanels(rows: usize, rowBytes: usize, dim: i32, from: i32, to: i32, panels: usize): void {
  for (let first = from; first < to; first += 16) {
    const panel = panels + <usize>first * <usize>dim * 4;
    for (let k = 0; k < dim; k++) {
      for (let i = 0; i < 16; i++) {
        const item = first + i;
        const value: f32 = item < to ? load<f32>(rows + <usize>item * rowBytes + ((<usize>k) << 2)) : 0;
        store<f32>(panel + ((<usize>k) << 6) + ((<usize>i) << 2), value);
      }
    }
  }
}

/**
 * For queries from..to the `k` best of `numItems` items, best first, equal scores by lower item: items to `outItems` (-1 where there
 * are fewer than k) and scores to `outScores` (-Infinity there). Items excluded[excludedFrom[q] .. excludedTo[q]], ascending, are left out.
 * A NaN score never enters. `scratch` holds 16 x 512 floats of this thread.
 */
export function topK(
  queries: usize,
  queryBytes: usize,
  from: i32,
  to: i32,
  panels: usize,
  numItems: i32,
  dim: i32,
  excluded: usize,
  excludedFrom: usize,
  excludedTo: usize,
  k: i32,
  outItems: usize,
  outScores: usize,
  scratch: usize,
): void {
  const numPanels = (numItems + 15) >> 4;
  const panelBytes = (<usize>dim) << 6;
  const tileBytes = (<usize>PANELS_PER_BLOCK) << 6;
  for (let q = from; q < to; q++) {
    const items = outItems + <usize>q * <usize>k * 4;
    const scores = outScores + <usize>q * <usize>k * 4;
    for (let i = 0; i < k; i++) {
      store<i32>(items + ((<usize>i) << 2), -1);
      store<f32>(scores + ((<usize>i) << 2), -Infinity);
    }
  }
  for (let tile = from; tile < to; tile += QUERIES_PER_TILE) {
    const tileEnd = min(tile + QUERIES_PER_TILE, to);
    for (let panel = 0; panel < numPanels; panel += PANELS_PER_BLOCK) {
      const count = min(PANELS_PER_BLOCK, numPanels - panel);
      multiply(
        queries + <usize>tile * queryBytes,
        queryBytes,
        4,
        panels + <usize>panel * panelBytes,
        panelBytes,
        64,
        scratch,
        tileBytes,
        tileEnd - tile,
        count,
        dim,
        false,
      );
      const first = panel << 4;
      const last = min(first + (count << 4), numItems);
      for (let q = tile; q < tileEnd; q++) {
        const row = scratch + <usize>(q - tile) * tileBytes;
        exclude(
          row,
          first,
          last,
          excluded,
          load<i32>(excludedFrom + ((<usize>q) << 2)),
          load<i32>(excludedTo + ((<usize>q) << 2)),
        );
        const offset = <usize>q * <usize>k * 4;
        keepBest(row, first, last, k, outItems + offset, outScores + offset);
      }
    }
  }
}

function exclude(row: usize, first: i32, last: i32, excluded: usize, from: i32, to: i32): void {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (load<i32>(excluded + ((<usize>middle) << 2)) < first) low = middle + 1;
    else high = middle;
  }
  for (; low < to; low++) {
    const item = load<i32>(excluded + ((<usize>low) << 2));
    if (item >= last) break;
    store<f32>(row + ((<usize>(item - first)) << 2), NaN);
  }
}

function keepBest(row: usize, first: i32, last: i32, k: i32, items: usize, scores: usize): void {
  const worst = scores + ((<usize>(k - 1)) << 2);
  const end = row + ((<usize>(last - first)) << 2);
  let bar = v128.load32_splat(worst);
  for (let p = row; p < end; p += 16) {
    const hits = i32x4.bitmask(f32x4.gt(v128.load(p), bar));
    if (!hits) continue;
    for (let lane = 0; lane < 4; lane++) {
      const at = p + ((<usize>lane) << 2);
      if (!(hits & (1 << lane)) || at >= end) continue;
      const score = load<f32>(at);
      if (!(score > load<f32>(worst))) continue;
      insert(score, first + <i32>((at - row) >> 2), k, items, scores);
    }
    bar = v128.load32_splat(worst);
  }
}

/** Insertion keeps equal scores in the order they came, which is ascending by item. */
function insert(score: f32, item: i32, k: i32, items: usize, scores: usize): void {
  let i = <usize>(k - 1);
  while (i > 0 && load<f32>(scores + ((i - 1) << 2)) < score) {
    store<f32>(scores + (i << 2), load<f32>(scores + ((i - 1) << 2)));
    store<i32>(items + (i << 2), load<i32>(items + ((i - 1) << 2)));
    i--;
  }
  store<f32>(scores + (i << 2), score);
  store<i32>(items + (i << 2), item);
}
