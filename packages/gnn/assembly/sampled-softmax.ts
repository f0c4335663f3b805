import { sigmoid, softplus } from './logistic';
import { dot, exp4, horizontalSum } from './vector';

/**
 * Sampled softmax (Wu et al. 2022) for users from..to of a batch that share their negatives.
 *
 * On entry `scores` holds the products f_u . f_j with the negatives, rows `scoreBytes` apart, beginning at user `from`.
 * With t the inverse temperature, L_u = log sum of exp(t s_uj) over negatives that are not masked for u, the loss of a positive edge is
 * softplus(L_u - t s_ui) and its derivative by t s_ui is -sigmoid(L_u - t s_ui). On exit `scores` holds the derivatives by s_uj,
 * `coefficients` those by the edges' scores (both times `gradientScale`), `losses` each user's loss (a float64).
 */
export function sampledSoftmax(
  scores: usize,
  scoreBytes: usize,
  numNegatives: i32,
  maskPointers: usize,
  maskNegatives: usize,
  features: usize,
  rowBytes: usize,
  edgePointers: usize,
  edgeItems: usize,
  coefficients: usize,
  losses: usize,
  from: i32,
  to: i32,
  inverseTemperature: f32,
  gradientScale: f64,
): void {
  const bytes = (<usize>numNegatives) << 2;
  const t = f32x4.splat(inverseTemperature);
  for (let u = <usize>from; u < <usize>to; u++) {
    const row = scores + (u - <usize>from) * scoreBytes;
    const maskEnd = load<u32>(maskPointers + (u << 2), 4);
    for (let m = load<u32>(maskPointers + (u << 2)); m < maskEnd; m++) {
      store<f32>(row + ((<usize>load<u32>(maskNegatives + ((<usize>m) << 2))) << 2), -Infinity);
    }
    let top = f32x4.splat(-Infinity);
    for (let o: usize = 0; o < bytes; o += 16) top = f32x4.pmax(top, v128.load(row + o));
    const max = Mathf.max(
      Mathf.max(f32x4.extract_lane(top, 0), f32x4.extract_lane(top, 1)),
      Mathf.max(f32x4.extract_lane(top, 2), f32x4.extract_lane(top, 3)),
    );
    let sum: f64 = 0;
    if (max > -Infinity) {
      const shift = f32x4.splat(max);
      let total = f32x4.splat(0);
      for (let o: usize = 0; o < bytes; o += 16) {
        const s = v128.load(row + o);
        // A masked score must weigh exactly nothing, while exp4 stops at its smallest normal number.
        const kept = f32x4.ne(s, f32x4.splat(-Infinity));
        const e = v128.and(exp4(f32x4.mul(t, f32x4.sub(s, shift))), kept);
        total = f32x4.add(total, e);
        v128.store(row + o, e);
      }
      sum = <f64>horizontalSum(total);
    }
    const logSum = <f64>max * <f64>inverseTemperature + Math.log(sum);
    let pull: f64 = 0;
    let loss: f64 = 0;
    const edgeEnd = load<u32>(edgePointers + (u << 2), 4);
    for (let e = load<u32>(edgePointers + (u << 2)); e < edgeEnd; e++) {
      const item = features + <usize>load<u32>(edgeItems + ((<usize>e) << 2)) * rowBytes;
      const positive = <f64>dot(features + u * rowBytes, item, rowBytes) * <f64>inverseTemperature;
      const x = sum > 0 ? logSum - positive : -Infinity;
      const p = sigmoid(x);
      loss += softplus(x);
      pull += p;
      store<f32>(coefficients + ((<usize>e) << 2), <f32>(-p * gradientScale));
    }
    const factor = f32x4.splat(sum > 0 ? <f32>((pull / sum) * gradientScale) : 0);
    for (let o: usize = 0; o < bytes; o += 16) {
      const e = sum > 0 ? v128.load(row + o) : f32x4.splat(0);
      v128.store(row + o, f32x4.mul(factor, e));
    }
    store<f64>(losses + (u << 3), loss);
  }
}
