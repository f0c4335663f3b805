/** @file What somebody may be about to type: words, categories and brands from memory, products by one query. */
import type pg from 'pg';
import type { Suggestion } from '../../ports/search-index.ts';
import { foldText, wordsOf } from '../../ports/search-text.ts';
import type { BestKnown } from './best-known.ts';
import type { Catalog } from './catalog-follower.ts';
import { stopWords } from './stop-words.ts';
import {
  findByHead,
  findByHeadAmong,
  findTogether,
  type SuggestedProduct,
} from './suggest-products-repository.ts';
import type { Vocabulary, VocabularyWord } from './vocabulary.ts';

const completionsAText = 8;
/** Products with a word: so few are sorted as a whole, among more the best known are looked through first. */
const fewProducts = 600;

export async function suggest(
  {
    pool,
    vocabulary,
    catalog,
    bestKnown,
  }: { pool: pg.Pool; vocabulary: Vocabulary; catalog: Catalog; bestKnown: BestKnown },
  { text, limit }: { text: string; limit: number },
): Promise<Suggestion[]> {
  const words = wordsOf(text);
  const last = words.at(-1);
  if (last === undefined || limit < 1) return [];
  const before = words.slice(0, -1).map((word) => correctWord(word, vocabulary));
  const completions = await completeText({ pool, vocabulary, before, last });
  const nearest = completions.slice(0, 1).map(({ word }) => [...before, word]);
  const names = namesOf([words, ...nearest], { catalog, bestKnown });
  const products =
    completions.length === 0
      ? []
      : await findProducts({ pool, vocabulary, bestKnown, before, completions, limit });
  return share(
    [
      completions.map(({ word }) => ({ kind: 'query' as const, text: [...before, word].join(' ') })),
      names.categories,
      names.brands,
      products.map(({ productId, title }) => ({ kind: 'product' as const, text: title, productId })),
    ],
    limit,
  );
}

/** Words that the last one may become. After other words, only those that stand in a product together with them. */
async function completeText({
  pool,
  vocabulary,
  before,
  last,
}: {
  pool: pg.Pool;
  vocabulary: Vocabulary;
  before: readonly string[];
  last: string;
}): Promise<readonly VocabularyWord[]> {
  const kept = before.filter((word) => !stopWords.has(word));
  if (kept.length === 0) return completeWord(last, vocabulary, completionsAText);
  const possible = completeWord(last, vocabulary, 2 * completionsAText);
  if (possible.length === 0) return [];
  const together = new Set(
    await findTogether(pool, {
      query: kept.map((word) => `'${word}'`).join(' & '),
      words: possible.map(({ word }) => word),
    }),
  );
  return possible.filter(({ word }) => together.has(word)).slice(0, completionsAText);
}

function completeWord(last: string, vocabulary: Vocabulary, limit: number): readonly VocabularyWord[] {
  const completions = vocabulary.complete(last, limit);
  if (completions.length > 0 || last.length < 3) return completions;
  const near = vocabulary.correctedCompletions(last, 1, limit);
  return near.length > 0 || last.length < 8 ? near : vocabulary.correctedCompletions(last, 2, limit);
}

function correctWord(word: string, vocabulary: Vocabulary): string {
  if (word.length < 4 || stopWords.has(word) || vocabulary.documentsOf(word) > 0) return word;
  return vocabulary.corrections(word, 1, 1)[0]?.word ?? word;
}

async function findProducts({
  pool,
  vocabulary,
  bestKnown,
  before,
  completions,
  limit,
}: {
  pool: pg.Pool;
  vocabulary: Vocabulary;
  bestKnown: BestKnown;
  before: readonly string[];
  completions: readonly VocabularyWord[];
  limit: number;
}): Promise<SuggestedProduct[]> {
  const kept = before.filter((word) => !stopWords.has(word));
  const query = [
    ...kept.map((word) => `'${word}'`),
    `(${completions.map(({ word }) => `'${word}'`).join(' | ')})`,
  ].join(' & ');
  const most = Math.min(
    completions.reduce((sum, { documents }) => sum + documents, 0),
    ...kept.map((word) => vocabulary.documentsOf(word)),
  );
  if (most > fewProducts) {
    const found = await findByHeadAmong(pool, { query, limit, productIds: bestKnown.productIds });
    if (found.length >= Math.min(3, limit)) return found;
  }
  return findByHead(pool, { query, limit });
}

type Named = Extract<Suggestion, { kind: 'category' | 'brand' }>;

/** Of categories and brands: those that have all words of one of the texts. */
function namesOf(
  texts: readonly (readonly string[])[],
  { catalog, bestKnown }: { catalog: Catalog; bestKnown: BestKnown },
): { categories: Named[]; brands: Named[] } {
  const fits = (name: string): boolean => texts.some((words) => hasWords(name, words));
  return {
    categories: catalog.tree.all
      .filter(({ name, categoryId }) => fits(name) && bestKnown.hasProducts(categoryId))
      .sort((a, b) => a.slug.length - b.slug.length || (a.slug < b.slug ? -1 : 1))
      .map(({ name, slug }) => ({ kind: 'category', text: name, slug })),
    brands: bestKnown.brands.filter(fits).map((brand) => ({ kind: 'brand', text: brand })),
  };
}

/** Each of the words begins a word of the name. */
function hasWords(name: string, words: readonly string[]): boolean {
  const ofName = foldText(name);
  return words.every((word) => {
    for (let at = ofName.indexOf(word); at >= 0; at = ofName.indexOf(word, at + 1))
      if (at === 0 || !/[\p{L}\p{N}\p{M}]/u.test(ofName[at - 1]!)) return true;
    return false;
  });
}

/** Of each kind a fair part, then as many as there are; each text once, as a name rather than as words or a title. */
function share(groups: readonly (readonly Suggestion[])[], limit: number): Suggestion[] {
  const seen = new Set<string>();
  const distinct = groups.map((): Suggestion[] => []);
  for (const kind of [1, 2, 0, 3]) {
    for (const one of groups[kind]!) {
      const key = one.text.toLowerCase();
      if (!seen.has(key)) distinct[kind]!.push(one);
      seen.add(key);
    }
  }
  const taken = distinct.map(() => 0);
  for (let left = limit; left > 0; ) {
    const before = left;
    for (const [kind, group] of distinct.entries()) {
      if (left === 0 || taken[kind]! >= group.length) continue;
      taken[kind]!++;
      left--;
    }
    if (left === before) break;
  }
  return distinct.flatMap((group, kind) => group.slice(0, taken[kind]));
}
