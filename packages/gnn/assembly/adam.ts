/**
 * Adam (Kingma & Ba 2015, algorithm 1, as PyTorch computes it) on rows from..to of one plane whose parameter x is
 * stored as z = scale x. The gradient comes as q = scale dL/dx. Moments are updated in place.
 * `stepSize` = lr / (1 - beta1^t), `rootCorrection` = 1 / sqrt(1 - beta2^t); `scale` and `unscale` are each other's inverse.
 */
export function adam(
  z: usize,
  q: usize,
  firstMoment: usize,
  secondMoment: usize,
  scale: usize,
  unscale: usize,
  from: i32,
  to: i32,
  stepSize: f32,
  rootCorrection: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
): void {
  const b1 = f32x4.splat(beta1);
  const c1 = f32x4.splat(1 - beta1);
  const b2 = f32x4.splat(beta2);
  const c2 = f32x4.splat(1 - beta2);
  const eps = f32x4.splat(epsilon);
  const correction = f32x4.splat(rootCorrection);
  const step = f32x4.splat(stepSize);
  for (let r = <usize>from; r < <usize>to; r++) {
    const up = v128.load32_splat(unscale + (r << 2));
    const down = v128.load32_splat(scale + (r << 2));
    const base = r << 6;
    for (let o = base; o < base + 64; o += 16) {
      const g = f32x4.mul(up, v128.load(q + o));
      const m = f32x4.add(f32x4.mul(b1, v128.load(firstMoment + o)), f32x4.mul(c1, g));
      const v = f32x4.add(f32x4.mul(b2, v128.load(secondMoment + o)), f32x4.mul(c2, f32x4.mul(g, g)));
      v128.store(firstMoment + o, m);
      v128.store(secondMoment + o, v);
      const denominator = f32x4.add(f32x4.mul(correction, f32x4.sqrt(v)), eps);
      const change = f32x4.div(f32x4.mul(step, m), denominator);
      v128.store(z + o, f32x4.sub(v128.load(z + o), f32x4.mul(down, change)));
    }
  }
}
