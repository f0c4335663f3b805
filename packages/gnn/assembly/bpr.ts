import { sigmoid, softplus } from './logistic';
import { dot } from './vector';

/**
 * Bayesian personalised ranking (Rendle et al. 2009) for users from..to of a batch. Edges of a user come in pairs,
 * (positive, negative): the loss of a pair is softplus(-x), x = f_u . f_i - f_u . f_j. Writes the loss of each user (a float64)
 * and the derivative by each edge's score, scaled by `gradientScale`.
 */
export function bpr(
  features: usize,
  rowBytes: usize,
  edgePointers: usize,
  edgeItems: usize,
  coefficients: usize,
  losses: usize,
  from: i32,
  to: i32,
  gradientScale: f64,
): void {
  for (let u = <usize>from; u < <usize>to; u++) {
    const user = features + u * rowBytes;
    const end = load<u32>(edgePointers + (u << 2), 4);
    let loss: f64 = 0;
    for (let e = load<u32>(edgePointers + (u << 2)); e < end; e += 2) {
      const positive = features + <usize>load<u32>(edgeItems + ((<usize>e) << 2)) * rowBytes;
      const negative = features + <usize>load<u32>(edgeItems + ((<usize>e) << 2), 4) * rowBytes;
      const x = <f64>dot(user, positive, rowBytes) - <f64>dot(user, negative, rowBytes);
      loss += softplus(-x);
      const c = <f32>(sigmoid(-x) * gradientScale);
      store<f32>(coefficients + ((<usize>e) << 2), -c);
      store<f32>(coefficients + ((<usize>e) << 2), c, 4);
    }
    store<f64>(losses + (u << 3), loss);
  }
}
