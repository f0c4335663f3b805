import { noProposals, type Source } from '../policy.ts';

const mostOfCategory = 400;

/**
 * What could stand in for a product: of its own category first and then of those beside it, the nearest in the model's eyes. What
 * is further off goes with it at best, and is no stand-in.
 */
export const similar: Source = {
  name: 'similar',
  propose({ model, productId, itemId, products }, { exclude, k: wanted }) {
    if (!model || productId === undefined || itemId === undefined) return noProposals;
    const k = wanted + exclude.size;
    const own = model.similarItems(itemId, k, products.beside(itemId, mostOfCategory));
    const near =
      own.length < k ? model.similarItems(itemId, k - own.length, products.near(itemId, mostOfCategory)) : [];
    return {
      items: [...own, ...near].filter(({ score }) => score > 0),
      explain: () => ({ code: 'similar-to', text: 'Similar to {item}', productId }),
    };
  },
};
