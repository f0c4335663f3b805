/** @file Represents texts as numbers: 1 is the first text seen, 0 means none. */

export interface InternedTexts {
  /** One more than the highest number. */
  readonly size: number;
  numberOf(text: string | null): number;
  /** Returns 0 for a text without a number. */
  find(text: string): number;
  textOf(number: number): string;
}

export function createInternedTexts(): InternedTexts {
  const texts: string[] = [''];
  const numbers = new Map<string, number>();
  return {
    get size() {
      return texts.length;
    },
    numberOf(text) {
      if (text === null) return 0;
      let number = numbers.get(text);
      if (number === undefined) {
        number = texts.push(text) - 1;
        numbers.set(text, number);
      }
      return number;
    },
    find: (text) => numbers.get(text) ?? 0,
    textOf: (number) => texts[number]!,
  };
}
