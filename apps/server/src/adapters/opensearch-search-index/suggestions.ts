/** @file What a shopper may have begun to type: one question, a second one when nothing begins like that. */
import type { Suggestion } from '../../ports/search-index.ts';
import { wordsOf } from '../../ports/search-text.ts';
import { askWhole, type SearchTarget } from './ask-whole.ts';
import { completeLastWord } from './complete-last-word.ts';
import type { Json } from './connection.ts';
import { readShelf } from './product-document.ts';
import { beginsLike } from './similar-beginning.ts';

/** Titles that completions are taken from. */
const titlesRead = 60;
const mostBuckets = 50;
const mostWords = 12;

interface Bucket {
  readonly key: string;
  readonly doc_count: number;
}

interface SuggestAnswer {
  readonly timed_out: boolean;
  readonly _shards: { readonly failed: number };
  readonly hits: {
    readonly hits: readonly {
      readonly sort: readonly [number, number];
      readonly _source: { readonly title: string };
    }[];
  };
  readonly aggregations: {
    readonly all: {
      readonly shelves: { readonly values: { readonly buckets: readonly Bucket[] } };
      readonly brands: { readonly values: { readonly buckets: readonly Bucket[] } };
    };
  };
}

function suggestBody(words: readonly string[], isTolerant: boolean): Json {
  const beginWith = (field: string): Json => ({
    bool: {
      must: words.map((query) => ({
        match: {
          [field]: { query, ...(isTolerant && query.length > 2 && { fuzziness: 1, max_expansions: 30 }) },
        },
      })),
    },
  });
  const most = (field: string, beginnings: string): Json => ({
    filter: beginWith(beginnings),
    aggs: { values: { terms: { field, size: mostBuckets } } },
  });
  return {
    query: { bool: { filter: beginWith('starts') } },
    size: titlesRead,
    sort: [{ rating_count: 'desc' }, { product_id: 'desc' }],
    track_total_hits: false,
    _source: ['title'],
    aggs: {
      all: {
        global: {},
        aggs: { shelves: most('shelves', 'shelf_starts'), brands: most('brand', 'brand_starts') },
      },
    },
  };
}

export async function askSuggestions(
  target: SearchTarget,
  { text, limit }: { text: string; limit: number },
): Promise<Suggestion[]> {
  const words = wordsOf(text).slice(0, mostWords);
  if (words.length === 0 || limit < 1) return [];
  for (const isTolerant of [false, true]) {
    const answer = await askWhole<SuggestAnswer>(target, suggestBody(words, isTolerant));
    const found = readSuggestions(answer, words, isTolerant);
    if (found.length > 0) return chooseFrom(found, limit);
  }
  return [];
}

function readSuggestions(
  { hits, aggregations }: SuggestAnswer,
  words: readonly string[],
  isTolerant: boolean,
): Suggestion[] {
  const fits = (name: string): boolean => {
    const has = wordsOf(name);
    return words.every((word) =>
      has.some((one) => (isTolerant ? beginsLike(one, word) : one.startsWith(word))),
    );
  };
  const { shelves, brands } = aggregations.all;
  const titles = hits.hits.map(({ _source }) => _source.title);
  return [
    ...completeLastWord(words, titles, isTolerant).map(
      (query): Suggestion => ({ kind: 'query', text: query }),
    ),
    ...shelves.values.buckets
      .map(({ key }) => readShelf(key))
      .filter(({ name }) => fits(name))
      .map(({ name, slug }): Suggestion => ({ kind: 'category', text: name, slug })),
    ...brands.values.buckets
      .filter(({ key }) => fits(key))
      .map(({ key }): Suggestion => ({ kind: 'brand', text: key })),
    ...hits.hits.map(
      ({ _source, sort }): Suggestion => ({ kind: 'product', text: _source.title, productId: sort[1] }),
    ),
  ];
}

/** How much of the list a kind may take while others wait. */
const shares = { query: 0.4, category: 0.2, brand: 0.2, product: 1 } as const;

/** In the order of kinds, each text once; what a kind leaves, products take, and then the others. */
function chooseFrom(found: readonly Suggestion[], limit: number): Suggestion[] {
  const seen = new Set<string>();
  const distinct = found.filter(({ text }) => {
    const isNew = !seen.has(text.toLowerCase());
    seen.add(text.toLowerCase());
    return isNew;
  });
  const taken = new Map<Suggestion['kind'], number>();
  const preferred = new Set(
    distinct.filter(({ kind }) => {
      const count = (taken.get(kind) ?? 0) + 1;
      taken.set(kind, count);
      return count <= Math.max(1, Math.ceil(limit * shares[kind]));
    }),
  );
  const chosen = new Set([...preferred, ...distinct.filter((one) => !preferred.has(one))].slice(0, limit));
  return distinct.filter((one) => chosen.has(one));
}
