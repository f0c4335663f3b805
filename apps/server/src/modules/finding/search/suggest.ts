import type { Suggestion, SuggestionList } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { SearchIndex } from '../../../ports/search-index.ts';
import { findEntries } from '../../catalogue/catalog/index.ts';
import { findTypedWords } from './typed-words.ts';

/** Completes a text that a shopper is typing. Products come with their cards. */
export async function suggest(
  { db, searchIndex }: { db: Database; searchIndex: SearchIndex },
  { text, limit }: { text: string; limit: number },
): Promise<SuggestionList> {
  const found = await searchIndex.suggest({ text, limit });
  const entries = await findEntries(
    db,
    found.flatMap((one) => (one.kind === 'product' ? one.productId : [])),
  );
  return {
    items: found.flatMap((one): Suggestion | [] => {
      const shown = { text: one.text, matches: findTypedWords(one.text, text) };
      if (one.kind === 'category')
        return { kind: 'category', ...shown, slug: one.slug, parent_name: one.parentName };
      if (one.kind !== 'product') return { kind: one.kind, ...shown };
      const product = entries.get(one.productId)?.product;
      return product ? { kind: 'product', ...shown, product } : [];
    }),
  };
}
