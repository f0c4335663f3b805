import { diversify } from '@kindred/recommender';
import type { ListedProducts } from '../../../ports/listed-products.ts';

/** How many products in a row are of different categories and brands, if the list has as many. */
const widest = 4;

/** Keeps the order as far as possible while neighbours are of different categories and brands. */
export function spreadKinds(
  productIds: readonly number[],
  products: Pick<ListedProducts, 'itemOf' | 'find'>,
): number[] {
  const items = productIds.map((productId) => ({ productId, itemId: products.itemOf(productId) }));
  const kinds = new Map(items.map(({ itemId }) => [itemId, products.find(itemId)]));
  const categoryOf = (itemId: number) => kinds.get(itemId)?.categoryId ?? undefined;
  const brandOf = (itemId: number) => kinds.get(itemId)?.brand ?? undefined;
  const count = (of: typeof categoryOf | typeof brandOf) =>
    new Set(items.map(({ itemId }) => of(itemId))).size;
  const categories = count(categoryOf);
  // A list of one category spreads its brands.
  const of = categories > 1 ? [categoryOf, brandOf] : [brandOf];
  const spread = diversify(items, {
    groupsOf: (itemId) => of.map((group) => group(itemId)).filter((group) => group !== undefined),
    window: Math.min(widest, categories > 1 ? categories : count(brandOf)),
    limit: 1,
  });
  return spread.map(({ productId }) => productId);
}
