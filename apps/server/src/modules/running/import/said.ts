/**
 * @file Which values a row contains. If a file has no column for a value, the stored value stays. So each row has a number whose bits
 * name the values in it, and SQL tests a bit.
 */
import type { Frame } from './frame.ts';

export interface Said<Name extends string> {
  readonly bits: Readonly<Record<Name, number>>;
  readonly all: number;
  /** Returns the bits of a file with these columns. */
  in(frame: Frame): number;
}

/** `names`: the columns that may have each value. */
export function createSaid<Name extends string>(
  names: Readonly<Record<Name, readonly string[]>>,
): Said<Name> {
  const values = Object.keys(names) as Name[];
  const bits = Object.fromEntries(values.map((value, index) => [value, 1 << index])) as Record<Name, number>;
  const inFrame = (frame: Frame): number =>
    values.reduce((mask, value) => (frame.has(names[value]) ? mask | bits[value] : mask), 0);
  let known = { frame: undefined as Frame | undefined, size: 0, mask: 0 };
  return {
    bits,
    all: (1 << values.length) - 1,
    in(frame) {
      if (known.frame !== frame || known.size !== frame.size)
        known = { frame, size: frame.size, mask: inFrame(frame) };
      return known.mask;
    },
  };
}

/** Combines two rows about the same thing in one batch: the later row, plus the values that only the earlier one has. */
export function combineSaid<Row extends { said: number }, Name extends string>(
  { bits }: Said<Name>,
  keys: Readonly<Record<Name, ReadonlyArray<keyof Row>>>,
  earlier: Row,
  later: Row,
): Row {
  if ((earlier.said & ~later.said) === 0) return later;
  const combined = { ...later, said: earlier.said | later.said };
  for (const value of Object.keys(bits) as Name[]) {
    if ((later.said & bits[value]) !== 0) continue;
    for (const key of keys[value]) combined[key] = earlier[key];
  }
  return combined;
}
