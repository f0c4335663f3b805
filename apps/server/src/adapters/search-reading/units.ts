/** @file Sizes as shoppers type them: a number and its unit belong together, however the unit is spelled. */
import { wordsOf } from '../../ports/search-text.ts';

/** The spellings of each unit, the same as in `search_text` (migration 0034). */
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

/** One of the first unit equals this number of the second. */
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
 * Returns every way in which a document may write a size, as words next to each other. Titles have a number and its unit as one word,
 * descriptions as written. `number` is as typed: digits, perhaps with a point. Returns none if `unit` is not a unit.
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

/** Skips amounts with more than two digits after the point, because sizes are not written so. */
const spell = (amount: number, spellings: readonly string[]): string[][] =>
  Number.isInteger(amount * 100)
    ? spellings.flatMap((spelling) => [wordsOf(`${amount}${spelling}`), wordsOf(`${amount} ${spelling}`)])
    : [];

/** `3 pack` may be written `pack of 3`. */
export const countUnits: ReadonlySet<string> = new Set(
  ['pack', 'piece', 'count'].flatMap((unit) => unitOf.get(unit)!),
);

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Returns `2` for `two`, and `two` for `2`, or undefined for other words and larger numbers. */
export function otherNumeral(word: string): string | undefined {
  const at = numbers.indexOf(word);
  return at < 0 ? numbers[Number(word) - 1] : String(at + 1);
}
