/**
 * @file Which values a row speaks of. A column that a file lacks leaves the stored value alone, so a row carries, as bits of one number,
 * what its file says; SQL asks for a bit.
 */
import type { Frame } from './frame.ts';

export interface Said<Name extends string> {
  readonly bits: Readonly<Record<Name, number>>;
  readonly all: number;
  /** What a file with these columns speaks of. */
  in(frame: Frame): number;
}

/** `names`: the columns that may say each value. */
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

/** Of two rows about one thing in one batch: the later one, with what only the earlier one speaks of. */
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
