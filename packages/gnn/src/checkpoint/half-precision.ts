/** The float32 of an IEEE 754 half-precision number, given as its 16 bits. Exact: float32 holds every half. */
export function floatOfHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const word = new Uint32Array(1);
const asFloat = new Float32Array(word.buffer);

/** The float32 of a bfloat16 number, given as its 16 bits: the upper half of a float32. */
export function floatOfBrainFloat(bits: number): number {
  word[0] = bits << 16;
  return asFloat[0]!;
}
