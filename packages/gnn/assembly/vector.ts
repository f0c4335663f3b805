/** @file Small pieces on rows of floats whose length is a multiple of 16 columns (64 bytes). */

export function horizontalSum(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) +
    f32x4.extract_lane(x, 1) +
    (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
  );
}

/** The dot product of two rows of `bytes` bytes. */
export function dot(a: usize, b: usize, bytes: usize): f32 {
  let x0 = f32x4.splat(0);
  let x1 = x0;
  let x2 = x0;
  let x3 = x0;
  for (let o: usize = 0; o < bytes; o += 64) {
    x0 = f32x4.add(x0, f32x4.mul(v128.load(a + o, 0), v128.load(b + o, 0)));
    x1 = f32x4.add(x1, f32x4.mul(v128.load(a + o, 16), v128.load(b + o, 16)));
    x2 = f32x4.add(x2, f32x4.mul(v128.load(a + o, 32), v128.load(b + o, 32)));
    x3 = f32x4.add(x3, f32x4.mul(v128.load(a + o, 48), v128.load(b + o, 48)));
  }
  return horizontalSum(f32x4.add(f32x4.add(x0, x1), f32x4.add(x2, x3)));
}

/** exp of four floats, within 2 units in the last place (Cephes' expf: reduction by ln 2, polynomial of degree 5). */
export function exp4(value: v128): v128 {
  // pmin and pmax are one instruction each on x86, min and max are six; adding 1.5 * 2^23 rounds, and leaves the integer in the low bits.
  const clamped = f32x4.pmax(
    f32x4.pmin(value, f32x4.splat(88.3762626647949)),
    f32x4.splat(-87.3365447505531),
  );
  const rounded = f32x4.add(f32x4.mul(clamped, f32x4.splat(<f32>Math.LOG2E)), f32x4.splat(12582912));
  const n = f32x4.sub(rounded, f32x4.splat(12582912));
  let x = f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(0.693359375)));
  x = f32x4.sub(x, f32x4.mul(n, f32x4.splat(-2.1219444e-4)));
  let y = f32x4.splat(1.98756915e-4);
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(1.3981999507e-3));
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(8.3334519073e-3));
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(4.1665795894e-2));
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(1.6666665459e-1));
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(5.0000001201e-1));
  y = f32x4.add(f32x4.add(f32x4.mul(y, f32x4.mul(x, x)), x), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(rounded, i32x4.splat(127)), 23);
  return f32x4.mul(y, power);
}
