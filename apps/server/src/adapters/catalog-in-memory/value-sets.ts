/**
 * @file The values of one attribute as numbers. What a product has of it counts as one set, mostly of a single value: products with equal
 * values have the same number, so that a filter or a facet looks at sets, not at products.
 */

export interface ValueSets {
  /** One more than the highest number. */
  readonly size: number;
  /** 0 stands for no values. */
  numberOf(values: readonly string[] | undefined): number;
  valuesOf(number: number): readonly string[];
  /** By number: 1 where the set has at least one of the values. */
  having(values: readonly string[]): Uint8Array;
}

/** No text has it: PostgreSQL stores none. */
const separator = '\0';

export function createValueSets(): ValueSets {
  const sets: (readonly string[])[] = [[]];
  const numbers = new Map<string, number>();
  const containing = new Map<string, number[]>();
  return {
    get size() {
      return sets.length;
    },
    numberOf(values) {
      if (values === undefined || values.length === 0) return 0;
      const key = values.length === 1 ? values[0]! : values.join(separator);
      let number = numbers.get(key);
      if (number === undefined) {
        const distinct = [...new Set(values)];
        number = sets.push(distinct) - 1;
        numbers.set(key, number);
        for (const value of distinct) {
          const found = containing.get(value);
          if (found) found.push(number);
          else containing.set(value, [number]);
        }
      }
      return number;
    },
    valuesOf: (number) => sets[number]!,
    having(values) {
      const isThere = new Uint8Array(sets.length);
      for (const value of values) for (const number of containing.get(value) ?? []) isThere[number] = 1;
      return isThere;
    },
  };
}
