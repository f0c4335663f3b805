import type { RulesOfShelf } from '../shelf-rules/index.ts';
import type { ShelfContext } from './policy.ts';

/** An item of a brand or category of which the shopper wants less stands four times as far from the top. */
const less = 0.25;

/**
 * Moves items up and down by the merchant's boosts and by what the shopper wants less of: the n-th item stands where it would if n were
 * divided by its factor.
 */
export function boost<Item extends { readonly itemId: number }>(
  items: readonly Item[],
  { products, history: { lessOfBrands, lessOfCategories } }: ShelfContext,
  merchant: RulesOfShelf,
): readonly Item[] {
  const placed = items.map((item, index) => {
    const listed = products.find(item.itemId);
    if (!listed) return { item, place: index + 1 };
    const { brand, categoryId } = listed;
    const isLess =
      (brand !== null && lessOfBrands.has(brand)) ||
      (categoryId !== null && lessOfCategories.has(categoryId));
    return { item, place: (index + 1) / (merchant.factorOf(listed) * (isLess ? less : 1)) };
  });
  // The product of many small factors is zero, and its place infinite.
  return placed.sort((a, b) => (a.place === b.place ? 0 : a.place - b.place)).map(({ item }) => item);
}
