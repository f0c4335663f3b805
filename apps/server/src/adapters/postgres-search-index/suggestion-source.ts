import type { Database } from '../../platform/postgres/database.ts';
import type { SuggestionSource } from '../search-reading/suggest.ts';
import type { Vocabulary } from '../search-reading/vocabulary.ts';
import type { BestKnown } from './best-known.ts';
import { findSuggested, findSuggestedAmong, findTogether } from './suggested-products-repository.ts';

/** Up to this many products with a word are all sorted. If there are more, the best known products are searched first. */
const fewProducts = 600;
const enough = 3;

export const suggestionSource = ({
  db,
  vocabulary,
  bestKnown,
}: {
  db: Database;
  vocabulary: Vocabulary;
  bestKnown: BestKnown;
}): SuggestionSource => ({
  vocabulary,
  categories: bestKnown.categories,
  brands: bestKnown.brands,
  findTogether: (text) => findTogether(db, text),
  async findProducts(text, limit) {
    const most = Math.min(
      text.lastWords.reduce((sum, word) => sum + vocabulary.documentsOf(word), 0),
      ...text.words.map((word) => vocabulary.documentsOf(word)),
    );
    if (most > fewProducts) {
      const found = await findSuggestedAmong(db, text, { limit, productIds: bestKnown.productIds });
      if (found.length >= Math.min(enough, limit)) return found;
    }
    return findSuggested(db, text, limit);
  },
});
