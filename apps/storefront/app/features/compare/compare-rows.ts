import type { Product } from '@kindred/contracts';
import { isComparable, isCompared } from '@kindred/shop-types';

/** One property of all compared products. */
export interface CompareRow {
  readonly name: string;
  /** One per product. Null: the product does not say. */
  readonly values: readonly (string | null)[];
  readonly differs: boolean;
}

type Described = Pick<Product, 'brand' | 'color' | 'attributes' | 'details'>;

/**
 * The rows of a comparison: brand, colour, the shop's attributes, then details, in the order in which the products name them. A detail that is also an
 * attribute has one row.
 */
export function compareRows(products: readonly Described[]): CompareRow[] {
  const rows = new Map<string, { name: string; values: (string | null)[] }>();
  const say = (name: string, place: number, value: string | null, key = keyOf(name)) => {
    if (value === null || value.trim() === '') return;
    const row = rows.get(key) ?? { name, values: products.map(() => null) };
    row.values[place] ??= value.trim();
    rows.set(key, row);
  };
  for (const [place, { brand }] of products.entries()) say('Brand', place, brand);
  for (const [place, { color }] of products.entries()) say('Colour', place, color, 'color');
  for (const [place, { attributes }] of products.entries())
    for (const { code, label, values } of attributes)
      say(label, place, values.join(', '), rows.has(code) ? code : keyOf(label));
  for (const [place, { details }] of products.entries())
    for (const [name, value] of Object.entries(details)) if (isCompared(name)) say(name, place, value);
  return [...rows.values()].map(({ name, values }) => ({ name, values, differs: areDifferent(values) }));
}

const keyOf = (name: string): string => name.trim().toLowerCase();

/** Whether a shopper would call them different. */
export const areDifferent = (values: readonly (string | null)[]): boolean =>
  new Set(values.map((value) => value?.replace(/\s+/g, ' ').toLowerCase())).size > 1;

/** The slug of the category in which a product can be compared, as lists say in `comparable_in`. */
export function comparableIn({
  categories,
  details,
  attributes,
  color,
}: Pick<Product, 'categories' | 'details' | 'attributes' | 'color'>): string | null {
  const names = [...Object.keys(details), ...attributes.map(({ code }) => code)];
  const isEnough = isComparable(color === null ? names : [...names, 'color']);
  return isEnough ? (categories.at(-1)?.slug ?? null) : null;
}
