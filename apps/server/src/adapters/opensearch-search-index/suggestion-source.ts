import type { SuggestedProduct, SuggestedText, SuggestionSource } from '../search-reading/suggest.ts';
import { askWhole, countMatching, type SearchTarget, type Whole } from './ask-whole.ts';
import type { BestKnown } from './best-known.ts';
import type { CategoryName } from './category-repository.ts';
import type { Json } from './connection.ts';
import { has } from './text-query.ts';

const wordsQuery = ({ words, lastWords }: SuggestedText, place: Parameters<typeof has>[1]): Json => ({
  bool: {
    filter: [
      ...words.map((word) => has([word], place)),
      { bool: { should: lastWords.map((word) => has([word], place)) } },
    ],
  },
});

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
    const { hits } = await askWhole<
      Whole & {
        hits: {
          hits: readonly {
            sort: readonly number[];
            _source: { title: string; category: readonly string[] };
          }[];
        };
      }
    >(target, {
      query: {
        bool: {
          filter: wordsQuery(text, 'outside'),
          should: (['subject', 'title'] as const).map((place) => ({
            constant_score: { filter: wordsQuery(text, place), boost: 1 },
          })),
        },
      },
      size: limit,
      sort: ['_score', { rating_count: 'desc' }, { product_id: 'desc' }],
      track_total_hits: false,
      _source: ['title', 'category'],
    });
    return hits.hits.map(
      ({ sort, _source }): SuggestedProduct => ({
        productId: sort[2]!,
        title: _source.title,
        category: _source.category.at(-1) ?? null,
      }),
    );
  },
});
