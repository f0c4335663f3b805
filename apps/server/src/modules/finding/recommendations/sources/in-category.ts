/** @file What is trending or popular in the category of a page, or in those of a page's products. */
import { noProposals, type ShelfContext, type Source } from '../policy.ts';
import type { TrendReader } from '../trend.ts';

/** The trending items in the category of the page, or in the category of the product. */
export const trendingInCategory = (trend: TrendReader): Source => ({
  name: 'category-trending',
  async propose(context, { k }) {
    const category = categoryOf(context);
    if (!category) return noProposals;
    const { products } = context;
    const { items } = await trend();
    return {
      items: items
        .filter(({ itemId }) => {
          const { categoryId = null } = products.find(itemId) ?? {};
          return categoryId !== null && products.isWithin(categoryId, category.categoryId);
        })
        .slice(0, k),
      explain: () => ({ code: 'trending-in-category', text: `Trending in ${category.name}` }),
    };
  },
});

/** The most rated items of the category of the page. */
export const popularInCategory: Source = {
  name: 'category',
  propose({ category, products }, { exclude, k }) {
    if (!category) return noProposals;
    return {
      items: products
        .mostRatedIn(category.categoryId, k + exclude.size)
        .map((itemId, index) => ({ itemId, score: 1 / (1 + index) })),
      explain: () => ({ code: 'popular-in-category', text: `Popular in ${category.name}` }),
    };
  },
};

function categoryOf({ category, itemId, products }: ShelfContext) {
  if (category || itemId === undefined) return category;
  const { categoryId = null } = products.find(itemId) ?? {};
  const name = products.categoryNameOf(itemId);
  return categoryId === null || name === undefined ? undefined : { categoryId, name };
}
