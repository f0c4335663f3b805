/** @file The text of a search as a query: which products match, and how well. */
import type { TextPart } from '../../ports/search-text.ts';
import type { Json } from './connection.ts';
import { textFields } from './index-schema.ts';

const fields = Object.entries(textFields).map(([field, weight]) => `${field}^${weight}`);

const synonymBoost = 0.6;
/** More than all words of a text can score. */
const wholeTitleBoost = 10_000;

const oneWord = (query: string, boost: number): Json => ({
  multi_match: { query, fields, tie_breaker: 0.2, boost },
});
const together = (words: readonly string[], boost: number): Json => ({
  multi_match: { query: words.join(' '), fields, type: 'phrase', boost },
});

function partQuery({ words, isPhrase, synonyms }: TextPart): Json {
  const typed: Json = isPhrase
    ? together(words, 1)
    : words.length === 1
      ? oneWord(words[0], 1)
      : { bool: { must: words.map((word) => oneWord(word, 1)) } };
  if (synonyms.length === 0) return typed;
  const others = synonyms.map((synonym) =>
    synonym.length === 1
      ? oneWord(synonym[0], synonymBoost)
      : together(synonym, synonymBoost * synonym.length),
  );
  return { dis_max: { queries: [typed, ...others] } };
}

/** So frequent that nothing is refused for lacking it. */
const frequent = new Set(
  (
    'a an and are as at be but by d for from if in into is it its ll no not of on or re s such t that the their then there ' +
    'these they this to ve was will with you your'
  ).split(' '),
);

const isFrequent = ({ words }: TextPart): boolean => words.length === 1 && frequent.has(words[0]);

/** Those that a product has to have; of frequent words alone, all. */
export function requiredParts(parts: readonly TextPart[]): readonly TextPart[] {
  return parts.every(isFrequent) ? parts : parts.filter((part) => !isFrequent(part));
}

/**
 * Products that have `atLeast` of the required parts, all of them when it is left out; nothing without a part. The whole title comes first, then words close to each other, and among equals what is better known.
 */
export function textQuery(text: string, parts: readonly TextPart[], atLeast?: number): Json {
  if (parts.length === 0) return { match_none: {} };
  const needed = requiredParts(parts);
  const required = needed.map(partQuery);
  const optional = parts.filter((part) => !needed.includes(part)).map(partQuery);
  return {
    bool: {
      ...(atLeast === undefined
        ? { must: required }
        : { must: { bool: { should: required, minimum_should_match: atLeast } } }),
      should: [
        ...optional,
        { constant_score: { filter: { term: { 'title.exact': text } }, boost: wholeTitleBoost } },
        { match_phrase: { title: { query: text, slop: 2, boost: 2 } } },
        { rank_feature: { field: 'popularity', boost: 0.3, log: { scaling_factor: 1 } } },
      ],
    },
  };
}
