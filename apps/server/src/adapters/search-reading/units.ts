/** @file Sizes as shoppers type them: a number and its unit are one thing, however the unit is spelled. */
import { wordsOf } from '../../ports/search-text.ts';

/** The spellings of each unit; those of `search_text` (migration 0022). */
const units: readonly (readonly string[])[] = [
  ['in', 'inch', 'inches'],
  ['ft', 'foot', 'feet'],
  ['yd', 'yard', 'yards'],
  ['mm', 'millimeter', 'millimeters', 'millimetre', 'millimetres'],
  ['cm', 'centimeter', 'centimeters', 'centimetre', 'centimetres'],
  ['m', 'meter', 'meters', 'metre', 'metres'],
  ['oz', 'ounce', 'ounces'],
  ['lb', 'lbs', 'pound', 'pounds'],
  ['g', 'gram', 'grams', 'gr'],
  ['kg', 'kilo', 'kilos', 'kilogram', 'kilograms'],
  ['mg', 'milligram', 'milligrams'],
  ['mcg', 'microgram', 'micrograms', 'ug'],
  ['iu'],
  ['ml', 'milliliter', 'milliliters', 'millilitre', 'millilitres'],
  ['l', 'liter', 'liters', 'litre', 'litres'],
  ['qt', 'quart', 'quarts'],
  ['gal', 'gallon', 'gallons'],
  ['cup', 'cups'],
  ['pack', 'packs', 'pk'],
  ['piece', 'pieces', 'pc', 'pcs'],
  ['count', 'ct', 'counts'],
  ['person', 'persons', 'people', 'man'],
  ['player', 'players'],
  ['month', 'months', 'mo'],
  ['gb', 'gigabyte', 'gigabytes'],
  ['tb', 'terabyte', 'terabytes'],
  ['mah'],
  ['mp', 'megapixel', 'megapixels'],
  ['lm', 'lumen', 'lumens'],
  ['v', 'volt', 'volts'],
  ['w', 'watt', 'watts'],
];

const unitOf = new Map(units.flatMap((spellings) => spellings.map((spelling) => [spelling, spellings])));

/** The same amount in another unit: how many of it one of the first makes. */
const conversions: readonly (readonly [string, string, number])[] = [
  ['l', 'ml', 1_000],
  ['kg', 'g', 1_000],
  ['m', 'cm', 100],
  ['cm', 'mm', 10],
  ['ft', 'in', 12],
  ['mg', 'mcg', 1_000],
  ['tb', 'gb', 1_000],
];

/**
 * `number` as typed: digits, perhaps with a point. Every way in which a document may have it, as words next to each other: titles have
 * a number and its unit as one word, descriptions as they were written. None when `unit` is no unit.
 */
export function spellSize(number: string, unit: string): string[][] {
  const spellings = unitOf.get(unit);
  if (spellings === undefined) return [];
  const amount = Number(number);
  const converted = conversions.flatMap(([large, small, factor]) => {
    if (spellings[0] === large) return spell(amount * factor, unitOf.get(small)!);
    if (spellings[0] === small) return spell(amount / factor, unitOf.get(large)!);
    return [];
  });
  return [...spell(amount, spellings), ...converted];
}

/** Sizes are not written with many digits behind the point. */
const spell = (amount: number, spellings: readonly string[]): string[][] =>
  Number.isInteger(amount * 100)
    ? spellings.flatMap((spelling) => [wordsOf(`${amount}${spelling}`), wordsOf(`${amount} ${spelling}`)])
    : [];

/** `3 pack` may be written `pack of 3`. */
export const countUnits: ReadonlySet<string> = new Set(
  ['pack', 'piece', 'count'].flatMap((unit) => unitOf.get(unit)!),
);

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** `2` of `two`, and `two` of `2`; undefined: it is no number, or a larger one. */
export function otherNumeral(word: string): string | undefined {
  const at = numbers.indexOf(word);
  return at < 0 ? numbers[Number(word) - 1] : String(at + 1);
}
