/**
 * Splits `totalMinor` in proportion to `weights`, in whole units, by largest remainder: the parts add up to the total exactly, and
 * each differs from its exact share by less than one. Ties go to the lower index. A weight of zero gets nothing, unless all
 * are zero: then the first gets everything. A negative total is split like its opposite.
 *
 * If the total is at most the sum of the weights, no part exceeds its weight.
 *
 * @throws RangeError when a number is not a safe integer, a weight is negative, or the total is not zero and there are no weights.
 * @example allocate(100, [1, 1, 1]) // [34, 33, 33]
 */
export function allocate(totalMinor: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(totalMinor)) throw new RangeError(`${totalMinor} is not a safe integer.`);
  const wrong = weights.find((weight) => !Number.isSafeInteger(weight) || weight < 0);
  if (wrong !== undefined) throw new RangeError(`The weight ${wrong} is not a non-negative safe integer.`);
  if (weights.length === 0) {
    if (totalMinor === 0) return [];
    throw new RangeError(`${totalMinor} cannot be split without weights.`);
  }

  const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (all === 0n) return weights.map((_, index) => (index === 0 ? totalMinor : 0));

  const total = BigInt(Math.abs(totalMinor));
  const shares = weights.map((weight, index) => {
    const exact = total * BigInt(weight);
    return { index, whole: exact / all, remainder: exact % all };
  });
  const left = Number(total - shares.reduce((sum, { whole }) => sum + whole, 0n));
  const parts = shares.map(({ whole }) => Number(whole));
  const nearest = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const { index } of nearest.slice(0, left)) parts[index] += 1;
  return totalMinor < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}
