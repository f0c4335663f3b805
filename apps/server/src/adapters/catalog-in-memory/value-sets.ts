/**
 * @file The values of one attribute as numbers. The values of a product form a set, usually of one value. Products with equal values
 * share the number of a set, so a filter or a facet looks at sets instead of products.
 */

export interface ValueSets {
  /** One more than the highest number. */
  readonly size: number;
  /** Returns 0 for no values. */
  numberOf(values: readonly string[] | undefined): number;
  /** By the number of a set: the number of its only value, or -1 if it has none or several. */
  readonly singles: Int32Array;
  /** Returns the numbers of a set's values; values are numbered from 0. */
  valueNumbersOf(number: number): readonly number[];
  /** By the number of the value. */
  readonly values: readonly string[];
  /** By the number of a set: 1 if it contains at least one of the values. */
  having(values: readonly string[]): Uint8Array;
}

/** No text contains it, because PostgreSQL cannot store it. */
const separator = '\0';

export function createValueSets(): ValueSets {
  const sets: (readonly number[])[] = [[]];
  const numbers = new Map<string, number>();
  const values: string[] = [];
  /** By the number of a value: the sets that contain it. */
  const containing: number[][] = [];
  const valueNumbers = new Map<string, number>();
  let singles = new Int32Array(16).fill(-1);

  function valueNumberOf(value: string): number {
    let number = valueNumbers.get(value);
    if (number === undefined) {
      number = values.push(value) - 1;
      containing.push([]);
      valueNumbers.set(value, number);
    }
    return number;
  }

  return {
    get size() {
      return sets.length;
    },
    values,
    get singles() {
      return singles;
    },
    numberOf(texts) {
      if (texts === undefined || texts.length === 0) return 0;
      const key = texts.length === 1 ? texts[0]! : texts.join(separator);
      let number = numbers.get(key);
      if (number === undefined) {
        const distinct = [...new Set(texts)].map(valueNumberOf);
        number = sets.push(distinct) - 1;
        numbers.set(key, number);
        if (number === singles.length) singles = doubled(singles);
        singles[number] = distinct.length === 1 ? distinct[0]! : -1;
        for (const value of distinct) containing[value]!.push(number);
      }
      return number;
    },
    valueNumbersOf: (number) => sets[number]!,
    having(texts) {
      const isThere = new Uint8Array(sets.length);
      for (const text of texts)
        for (const number of containing[valueNumbers.get(text) ?? -1] ?? []) isThere[number] = 1;
      return isThere;
    },
  };
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2).fill(-1);
  larger.set(numbers);
  return larger;
}
