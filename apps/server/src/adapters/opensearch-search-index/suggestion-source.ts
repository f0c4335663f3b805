import type { SuggestedProduct, SuggestedText, SuggestionSource } from '../search-reading/suggest.ts';
import { askWhole, countMatching, type SearchTarget, type Whole } from './ask-whole.ts';
import type { BestKnown } from './best-known.ts';
import type { CategoryName } from './category-repository.ts';
import type { Json } from './connection.ts';
import { firstProduct, firstProductOf, havingProduct, type WithFirstProduct } from './nested-products.ts';
import { sortOrder } from './sort-order.ts';
import { has } from './text-query.ts';

const wordsQuery = ({ words, lastWords }: SuggestedText, place: Parameters<typeof has>[1]): Json => ({
  bool: {
    filter: [
      ...words.map((word) => has([word], place)),
      { bool: { should: lastWords.map((word) => has([word], place)) } },
    ],
  },
});

interface SuggestedItems extends Whole {
  readonly hits: { readonly hits: readonly WithFirstProduct[] };
}

export const suggestionSource = (
  target: SearchTarget,
  {
    vocabulary,
    categories,
    bestKnown,
  }: {
    vocabulary: SuggestionSource['vocabulary'];
    categories: readonly CategoryName[];
    bestKnown: BestKnown;
  },
): SuggestionSource => ({
  vocabulary,
  categories: categories
    .filter(({ slug }) => bestKnown.categories.has(slug))
    .map(({ name, slug, parentName }) => ({ name, slug, parentName })),
  brands: bestKnown.brands,
  async findTogether({ words, lastWords }) {
    const counts = await countMatching(
      target,
      lastWords.map((word) => wordsQuery({ words, lastWords: [word] }, 'anywhere')),
      1,
    );
    return lastWords.filter((_, at) => counts[at]! > 0);
  },
  async findProducts(text, limit) {
    const product = {
      bool: {
        filter: wordsQuery(text, 'outside'),
        should: (['subject', 'title'] as const).map((place) => ({
          constant_score: { filter: wordsQuery(text, place), boost: 1 },
        })),
      },
    };
    const { products } = sortOrder('relevance', product);
    const { hits } = await askWhole<SuggestedItems>(target, {
      query: havingProduct(product, firstProduct(products, ['product_id', 'shown_title', 'own_category'])),
      size: limit,
      sort: ['_score', { rating_count: 'desc' }, { item_id: 'desc' }],
      track_total_hits: false,
    });
    return hits.hits.map((hit): SuggestedProduct => {
      const {
        product_id,
        shown_title,
        own_category = null,
      } = firstProductOf<{
        product_id: number;
        shown_title: string;
        own_category?: string;
      }>(hit);
      return { productId: product_id, title: shown_title, category: own_category };
    });
  },
});
