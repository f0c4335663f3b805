import type { Product, Recommendations } from '@kindred/contracts';

const most = 3;

/**
 * If a product cannot be bought, the first similar ones that can be stand beside its notice, and the shelf of similar products shows
 * only the others.
 */
export function splitSimilar(product: Product, similar: Recommendations | null) {
  const canBeBought = ({ availability }: Pick<Product, 'availability'>) =>
    availability === 'in-stock' || availability === 'low-stock';
  if (similar === null || canBeBought(product)) return { instead: [], onShelf: similar };
  const instead = similar.items.filter((item) => canBeBought(item.product)).slice(0, most);
  return { instead, onShelf: { ...similar, items: similar.items.filter((item) => !instead.includes(item)) } };
}
