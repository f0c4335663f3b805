/** Names and numbers of the maker and of other shops. They differ between any two products, and help no shopper to choose. */
const uncompared: ReadonlySet<string> = new Set([
  'asin',
  'best sellers rank',
  'brand',
  'customer reviews',
  'date first available',
  'is discontinued by manufacturer',
  'isbn 10',
  'isbn 13',
  'isbn-10',
  'isbn-13',
  'item model number',
  'manufacturer',
  'model number',
  'part number',
  'upc',
]);

/** A product with fewer details is not compared. */
const fewest = 3;

/** Whether a comparison shows the detail or attribute of this name. */
export const isCompared = (name: string): boolean => !uncompared.has(name.trim().toLowerCase());

/** Whether a product says enough about itself: by the names of its details and attributes. */
export function isComparable(names: readonly string[]): boolean {
  return new Set(names.filter(isCompared).map((name) => name.trim().toLowerCase())).size >= fewest;
}
