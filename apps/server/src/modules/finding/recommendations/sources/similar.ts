import { noProposals, type Source } from '../policy.ts';

const mostOfCategory = 400;

/**
 * Proposes alternatives to a product: first from its own category, then from sibling categories, the most similar by the model first.
 * Products of more distant categories may go with it but are not alternatives.
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
