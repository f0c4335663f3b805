/** @file Completes a text that a shopper is typing: words, categories and brands from memory, products with one request to the engine. */
import type { Suggestion } from '../../ports/search-index.ts';
import { foldText, singular, wordsOf } from '../../ports/search-text.ts';
import type { Vocabulary, VocabularyWord } from './vocabulary.ts';

export interface SuggestedProduct {
  readonly productId: number;
  readonly title: string;
  /** Its own category, or null. */
  readonly category: string | number | null;
}

/** The words that a product must have in its outside texts: all of `words`, and one of `lastWords`. */
export interface SuggestedText {
  readonly words: readonly string[];
  readonly lastWords: readonly string[];
}

/** The data that each engine provides in its own way. */
export interface SuggestionSource {
  readonly vocabulary: Vocabulary;
  /** The categories that have products. */
  readonly categories: readonly {
    readonly name: string;
    readonly slug: string;
    readonly parentName: string | null;
  }[];
  /** The brands, the one with the most products first. */
  readonly brands: readonly string[];
  /** Returns those of `lastWords` that a product has together with all of `words`. */
  findTogether(text: SuggestedText): Promise<readonly string[]>;
  /** Finds first products about these words, then products with them in title, brand or category; the best known of each first. */
  findProducts(text: SuggestedText, limit: number): Promise<readonly SuggestedProduct[]>;
}

const mostWords = 12;
const completionsAText = 8;
/** How many completions of the last word have their products shown. A complete word shows its own. */
const shownWords = 3;
/** The most products of one category, if other categories have some. */
const mostOfACategory = 2;

export async function suggest(
  source: SuggestionSource,
  { text, limit }: { text: string; limit: number },
): Promise<Suggestion[]> {
  const { vocabulary } = source;
  const words = wordsOf(text).slice(0, mostWords);
  const last = words.at(-1);
  if (last === undefined || limit < 1) return [];
  const before = words.slice(0, -1).map((word) => correctWord(word, vocabulary));
  const kept = before.filter((word) => vocabulary.lexemeOf(word) !== null);
  const completions = await completeText(source, kept, last);
  const nearest = completions.slice(0, 1).map(({ word }) => [...before, word]);
  const isWhole = vocabulary.has(last);
  const lastWords = isWhole ? [last] : completions.slice(0, shownWords).map(({ word }) => word);
  const products =
    lastWords.length === 0 ? [] : await source.findProducts({ words: kept, lastWords }, 3 * limit);
  const fits = (name: string): boolean => [words, ...nearest].some((some) => hasWords(name, some));
  return share(
    [
      completions.map(({ word }) => ({ kind: 'query' as const, text: [...before, word].join(' ') })),
      source.categories
        .filter(({ name }) => fits(name))
        .sort((a, b) => a.slug.length - b.slug.length || (a.slug < b.slug ? -1 : 1))
        .map(({ name, slug, parentName }) => ({ kind: 'category' as const, text: name, slug, parentName })),
      source.brands.filter(fits).map((brand) => ({ kind: 'brand' as const, text: brand })),
      spread(products).map(({ productId, title }) => ({ kind: 'product' as const, text: title, productId })),
    ],
    limit,
  );
}

/** Returns completions of the last word. After other words, only completions that occur in a product together with them. */
async function completeText(
  source: SuggestionSource,
  before: readonly string[],
  last: string,
): Promise<readonly VocabularyWord[]> {
  if (before.length === 0) return completeWord(last, source.vocabulary, completionsAText);
  const possible = completeWord(last, source.vocabulary, 2 * completionsAText);
  if (possible.length === 0) return [];
  const together = new Set(
    await source.findTogether({ words: before, lastWords: possible.map(({ word }) => word) }),
  );
  return possible.filter(({ word }) => together.has(word)).slice(0, completionsAText);
}

function completeWord(last: string, vocabulary: Vocabulary, limit: number): readonly VocabularyWord[] {
  const completions = oneOfEach(vocabulary.complete(last, 2 * limit)).slice(0, limit);
  if (completions.length > 0 || last.length < 3) return completions;
  const near = vocabulary.correctedCompletions(last, 1, limit);
  return near.length > 0 || last.length < 8 ? near : vocabulary.correctedCompletions(last, 2, limit);
}

/** Keeps the more frequent one of `mug` and `mugs`. */
function oneOfEach(words: readonly VocabularyWord[]): VocabularyWord[] {
  const seen = new Set<string>();
  return words.filter(({ word }) => !seen.has(singular(word)) && seen.add(singular(word)));
}

function correctWord(word: string, vocabulary: Vocabulary): string {
  if (word.length < 4 || vocabulary.isKnown(word)) return word;
  return vocabulary.corrections(word, 1, 1)[0]?.word ?? word;
}

/** Whether each of the words begins a word of the name. */
function hasWords(name: string, words: readonly string[]): boolean {
  const ofName = foldText(name);
  return words.every((word) => {
    for (let at = ofName.indexOf(word); at >= 0; at = ofName.indexOf(word, at + 1))
      if (at === 0 || !/[\p{L}\p{N}\p{M}]/u.test(ofName[at - 1]!)) return true;
    return false;
  });
}

/** Puts at most two products of each category first, then the others. */
function spread(products: readonly SuggestedProduct[]): SuggestedProduct[] {
  const seen = new Map<SuggestedProduct['category'], number>();
  const isEarly = products.map(({ category }) => {
    const before = seen.get(category) ?? 0;
    seen.set(category, before + 1);
    return category === null || before < mostOfACategory;
  });
  return [...products.filter((_, at) => isEarly[at]), ...products.filter((_, at) => !isEarly[at])];
}

/** Takes a fair share of each kind, then fills up. Each text appears once, as a name rather than as words or a title. */
function share(groups: readonly (readonly Suggestion[])[], limit: number): Suggestion[] {
  const seen = new Set<string>();
  const distinct = groups.map((): Suggestion[] => []);
  for (const kind of [1, 2, 0, 3]) {
    for (const one of groups[kind]!) {
      // Two categories in different departments may have the same name.
      const key = one.kind === 'category' ? one.slug : one.text.toLowerCase();
      if (seen.has(key) || (one.kind !== 'category' && seen.has(one.text.toLowerCase()))) continue;
      distinct[kind]!.push(one);
      seen.add(key).add(one.text.toLowerCase());
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
