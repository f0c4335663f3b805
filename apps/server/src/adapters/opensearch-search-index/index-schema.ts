/** @file What OpenSearch holds of a product, and how its texts become words. */
import type { Json } from './connection.ts';

/** Counted up with every change below that an index has to be built anew for. */
export const schemaVersion = 1;

/** The longest beginning of a word that suggestions know. */
const longestPrefix = 12;

/** As in `ports/search-text.ts`: runs of letters and digits. */
const signs = '[^\\p{L}\\p{M}\\p{N}]+';

const analyzer = (...filters: string[]) => ({
  type: 'custom',
  tokenizer: 'words',
  filter: ['lowercase', 'asciifolding', 'bounded', ...filters],
});

export const indexSettings: Json = {
  number_of_shards: 1,
  auto_expand_replicas: '0-1',
  // Versions of removed products: an indexer that was held up for an hour would not bring them back.
  gc_deletes: '1h',
  analysis: {
    char_filter: { signs: { type: 'pattern_replace', pattern: signs, replacement: ' ' } },
    tokenizer: { words: { type: 'pattern', pattern: signs } },
    filter: {
      bounded: { type: 'truncate', length: 64 },
      stem: { type: 'stemmer', language: 'english' },
      beginnings: { type: 'edge_ngram', min_gram: 1, max_gram: longestPrefix },
      beginning: { type: 'truncate', length: longestPrefix },
    },
    analyzer: {
      stemmed: analyzer('stem'),
      plain: analyzer(),
      beginnings: analyzer('beginnings'),
      beginning: analyzer('beginning'),
    },
    normalizer: {
      exact: {
        type: 'custom',
        char_filter: ['signs'],
        filter: ['lowercase', 'asciifolding', 'trim'],
      },
    },
  },
};

/** Only asked whether it is there: no places, no lengths. */
const membership = { type: 'text', index_options: 'docs', norms: false };
const beginnings = { ...membership, analyzer: 'beginnings', search_analyzer: 'beginning' };
const value = { type: 'keyword', ignore_above: 8_000 };
/** What a text of a shopper is looked for in, with its weight. */
export const textFields = { title: 5, brand_text: 3, color_text: 3, shelf_text: 2, body: 1 } as const;

export const indexMapping: Json = {
  dynamic: 'strict',
  // Every document is read from PostgreSQL again: only what an answer shows is kept as written.
  _source: { includes: ['title'] },
  properties: {
    product_id: { type: 'integer' },
    title: {
      type: 'text',
      analyzer: 'stemmed',
      copy_to: ['words', 'starts'],
      fields: { exact: { type: 'keyword', normalizer: 'exact', ignore_above: 250 } },
    },
    brand_text: { type: 'text', analyzer: 'stemmed', copy_to: ['words', 'starts', 'brand_starts'] },
    color_text: { type: 'text', analyzer: 'stemmed', copy_to: 'words' },
    shelf_text: { type: 'text', analyzer: 'stemmed', copy_to: ['words', 'shelf_starts'] },
    body: { type: 'text', analyzer: 'stemmed' },
    words: { ...membership, index_options: 'freqs', analyzer: 'plain' },
    starts: beginnings,
    brand_starts: beginnings,
    shelf_starts: beginnings,
    brand: value,
    color: value,
    /** Slugs from the department down to the product's own category. */
    category: value,
    /** For each of them: its slug and its name, with a tab between. */
    shelves: value,
    price_minor: { type: 'integer' },
    currency: value,
    average_rating: { type: 'double' },
    rating_count: { type: 'integer' },
    bayesian_rating: { type: 'double' },
    /** Days since 1970. */
    day: { type: 'integer' },
    in_stock: { type: 'boolean' },
    popularity: { type: 'rank_feature' },
  },
};
