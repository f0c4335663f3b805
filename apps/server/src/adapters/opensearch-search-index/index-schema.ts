/** @file The fields of an item and its products in OpenSearch, and the analysis of their texts. */
import type { SearchLanguage } from '../../config/config.ts';
import type { Json } from './connection.ts';
import { field } from './nested-products.ts';

/** Increased with every change below that requires a rebuild. */
export const schemaVersion = 6;

/** As in `ports/search-text.ts`: runs of letters and digits. */
const signs = '[^\\p{L}\\p{M}\\p{N}]+';

const analyzer = (...filters: string[]) => ({
  type: 'custom',
  tokenizer: 'words',
  filter: ['lowercase', 'asciifolding', 'bounded', ...filters],
});

/** PostgreSQL removes the dots of the ё itself. */
const plainCyrillic = { type: 'mapping', mappings: ['ё=>е', 'Ё=>Е'] };

export const indexSettings = (language: SearchLanguage): Json => ({
  number_of_shards: 1,
  auto_expand_replicas: '0-1',
  // Keeps the versions of deleted products, so that an indexer that was delayed for up to an hour does not bring them back.
  gc_deletes: '1h',
  // A group may have any number of products.
  'mapping.nested_objects.limit': 1_000_000,
  analysis: {
    char_filter: {
      signs: { type: 'pattern_replace', pattern: signs, replacement: ' ' },
      plain_cyrillic: plainCyrillic,
    },
    tokenizer: { words: { type: 'pattern', pattern: signs } },
    filter: {
      bounded: { type: 'truncate', length: 64 },
      stem: { type: 'snowball', language: language[0]!.toUpperCase() + language.slice(1) },
    },
    analyzer: {
      stemmed: { ...analyzer('stem'), char_filter: ['plain_cyrillic'] },
    },
    normalizer: {
      exact: {
        type: 'custom',
        char_filter: ['signs'],
        filter: ['lowercase', 'asciifolding', 'trim'],
      },
    },
  },
});

/** Queries only test for a word, so the field stores neither positions nor lengths. */
const membership = { type: 'text', analyzer: 'stemmed', index_options: 'docs', norms: false };
const value = { type: 'keyword', ignore_above: 8_000 };
/** Texts as `search_texts` (migration 0022) returns them. */
const told = { type: 'text', analyzer: 'stemmed', norms: false };
const toldOutside = { ...told, copy_to: field('outside') };

const productProperties: Json = {
  product_id: { type: 'integer' },
  title: { type: 'keyword', normalizer: 'exact', ignore_above: 2_000 },
  /** The title that suggestions show. */
  shown_title: { ...value, index: false },
  /** The number of the maker or the seller: its ASIN. */
  number: value,
  /** The subject of the title, the last word of the subject, and its number of words. */
  subject: toldOutside,
  name: membership,
  subject_words: { type: 'rank_feature', positive_score_impact: false },
  /** The rest of the title, and the colour. */
  beside: toldOutside,
  /** Brand and categories. */
  shelf_text: toldOutside,
  outside: told,
  body: told,
  /** `color=Red`, `color_family=red`. */
  attributes: value,
  /** The slugs from the department down to the product's own category. */
  category: value,
  /** The number of the last of these. */
  own_category: value,
  price_minor: { type: 'integer' },
  currency: value,
  /** 0: no announced reduction. */
  percent_off: { type: 'integer' },
  average_rating: { type: 'double' },
  /** Days since 1970. */
  day: { type: 'integer' },
  in_stock: { type: 'boolean' },
  popularity: { type: 'rank_feature' },
};

export const indexMapping: Json = {
  dynamic: 'strict',
  // PostgreSQL has all the data from which documents are made.
  _source: { enabled: false },
  properties: {
    /** The number of its group or its only product, which is also the document's id. */
    item_id: { type: 'integer' },
    /** The products of a group share their rating. */
    rating_count: { type: 'integer' },
    bayesian_rating: { type: 'double' },
    products: { type: 'nested', properties: productProperties },
  },
};
