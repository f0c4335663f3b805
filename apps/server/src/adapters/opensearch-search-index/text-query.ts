/** @file Turns a text into a query: which products match, and how many points each gets (`search-reading/score-sheet.ts`). */
import { isFollowedByLess } from '../search-reading/choose-stages.ts';
import { namesOf } from '../search-reading/find-text.ts';
import type { LearnedPoints } from '../search-reading/learned-products.ts';
import { type Named, namedCategories } from '../search-reading/named-categories.ts';
import type { Alternative, ReadPart } from '../search-reading/read-parts.ts';
import type { Stage, TextReading } from '../search-reading/read-text.ts';
import {
  adjacentPoints,
  exactPoints,
  focusPoints,
  focusWords,
  namedPoints,
  namePoints,
  namingWords,
  type Place,
  popularityPoints,
  thingPoints,
  tiersOf,
  wholePoints,
} from '../search-reading/score-sheet.ts';
import type { Vocabulary } from '../search-reading/vocabulary.ts';
import type { CategoryName } from './category-repository.ts';
import type { Json } from './connection.ts';
import { field } from './nested-products.ts';

/** The query for products. */
export interface TextQuery {
  readonly query: Json;
  /** Matches products with the whole text. Undefined if all matches have it. */
  readonly whole: Json | undefined;
  /** Matches products that are what the text names, not only products with its words. Undefined if all matches are. */
  readonly meant: Json | undefined;
}

/** The fields in which `item-document.ts` puts each text. */
const fields: Readonly<Record<Place, readonly string[]>> = {
  subject: [field('subject')],
  beside: [field('beside')],
  title: [field('subject'), field('beside')],
  shelves: [field('shelf_text')],
  outside: [field('outside')],
  anywhere: [field('outside'), field('body')],
};

const joined = (queries: readonly Json[], clause: 'should' | 'filter'): Json =>
  queries.length === 1 ? queries[0]! : { bool: { [clause]: queries } };
const anyOf = (queries: readonly Json[]): Json => joined(queries, 'should');
const allOf = (queries: readonly Json[]): Json => joined(queries, 'filter');
const worth = (filter: Json, boost: number): Json => ({ constant_score: { filter, boost } });

/** One clause for all keys with the same points. */
const worthOfEach = (name: string, points: ReadonlyMap<number, number>): Json[] =>
  Array.from(
    Map.groupBy(points, ([, worthOf]) => worthOf),
    ([boost, values]) => worth({ terms: { [field(name)]: values.map(([value]) => value) } }, boost),
  );

/** The words next to each other. */
export const has = (words: readonly string[], place: Place): Json =>
  anyOf(
    fields[place].map((name) => ({
      [words.length === 1 ? 'match' : 'match_phrase']: { [name]: { query: words.join(' ') } },
    })),
  );

/** Words that were not typed as a phrase may be apart in the outside texts; elsewhere they must be as typed. */
const waysQuery = (part: ReadPart, ways: readonly Alternative[], place: Place): Json =>
  anyOf(
    ways.map(({ words, isSame, isShade }) => {
      const isTyped = words === part.words && !part.isPhrase;
      if (place === 'outside' && isTyped)
        // The last word says what the product is.
        return allOf(words.map((word, at) => has([word], at < words.length - 1 ? 'anywhere' : place)));
      if (isTyped || (place === 'outside' && !isSame)) return allOf(words.map((word) => has([word], place)));
      return has(words, isShade ? 'beside' : place);
    }),
  );

export const stageQuery = ({ needs }: Stage): Json =>
  allOf(
    needs.flatMap(({ parts, atLeast, isOutside }) => {
      if (atLeast === 0) return [];
      const queries = parts.map((part) =>
        waysQuery(part, [{ words: part.words }, ...part.alternatives], isOutside ? 'outside' : 'anywhere'),
      );
      return atLeast === parts.length
        ? queries
        : [{ bool: { should: queries, minimum_should_match: atLeast } }];
    }),
  );

/** Matches the products of a stage that are meant. */
export const meantOf = (stage: Json, meant: Json | undefined): Json =>
  meant === undefined ? stage : allOf([stage, meant]);

/** Matches a product whose whole title or number was typed. */
export const exactQuery = (title: string): Json =>
  anyOf([{ term: { [field('title')]: title } }, { term: { [field('number')]: title.trim().toUpperCase() } }]);

export interface QueryContext {
  readonly categories: readonly CategoryName[];
  /** By number of a category. */
  readonly categoryShares: ReadonlyMap<number, number>;
  readonly vocabulary: Vocabulary;
}

/**
 * Matches products whose title has the thing, if the subject of the title ends with it or a category is named after it. It also matches
 * all products of a category that holds nothing else.
 */
function thingQuery(
  head: ReadPart,
  named: readonly (CategoryName & Named)[],
  naming: readonly string[],
): Json {
  const isExact = named.some((one) => one.isExact);
  const single = named.filter(({ isOneThing }) => isOneThing);
  return anyOf([
    isExact
      ? { terms: { [field('category')]: single.map(({ slug }) => slug) } }
      : { terms: { [field('own_category')]: single.map(({ categoryId }) => categoryId) } },
    allOf([
      waysQuery(head, [{ words: head.words }, ...head.alternatives], 'title'),
      anyOf([
        { terms: { [field('category')]: named.map(({ slug }) => slug) } },
        ...(isExact ? [] : naming.map((word) => ({ match: { [field('name')]: word } }))),
      ]),
    ]),
  ]);
}

/** Matches products of the stage `last`, with their points. Those of the stage `first` come before the others. */
export function scoredQuery(
  reading: TextReading,
  {
    first,
    last,
    title,
    learned,
  }: { first: Stage; last: Stage; title: string | undefined; learned: LearnedPoints },
  { categories, categoryShares, vocabulary }: QueryContext,
): TextQuery {
  const { parts } = reading;
  const exact = title === undefined ? [] : [exactQuery(title)];
  const told = parts.filter(({ role }) => role !== 'size');
  const names = namesOf(reading);
  const named = namedCategories(names, categories, vocabulary);
  const naming = namingWords(parts, vocabulary.language);
  const head = parts.find(({ role }) => role === 'head');
  const meant = named.length > 0 && head ? thingQuery(head, named, naming) : undefined;
  const query = {
    bool: {
      filter: anyOf([stageQuery(last), ...exact]),
      should: [
        ...parts.map((part) => ({
          dis_max: {
            queries: tiersOf(part).map(({ ways, place, points }) =>
              worth(waysQuery(part, ways, place), points),
            ),
          },
        })),
        ...told
          .slice(1)
          .map((part, at) =>
            worth(
              has([told[at]!.words.at(-1)!, part.words[0]!], 'title'),
              adjacentPoints / (told.length - 1),
            ),
          ),
        ...(naming.length > 0
          ? [worth(anyOf(naming.map((word) => ({ match: { [field('name')]: word } }))), namePoints)]
          : []),
        ...(named.length > 0
          ? [
              worth({ terms: { [field('category')]: named.map(({ slug }) => slug) } }, namedPoints / 2),
              worth(
                { terms: { [field('own_category')]: named.map(({ categoryId }) => categoryId) } },
                namedPoints / 2,
              ),
            ]
          : []),
        ...worthOfEach('product_id', learned),
        ...worthOfEach('own_category', categoryShares),
        ...(meant ? [worth(meant, thingPoints)] : []),
        ...(first === last ? [] : [worth(stageQuery(first), wholePoints)]),
        ...exact.map((query) => worth(query, exactPoints)),
        {
          rank_feature: {
            field: field('subject_words'),
            boost: focusPoints,
            saturation: { pivot: 1 / focusWords },
          },
        },
        {
          rank_feature: {
            field: field('popularity'),
            boost: popularityPoints / Math.LN10,
            log: { scaling_factor: 1 },
          },
        },
      ],
    },
  };
  const whole = isFollowedByLess(first, last) ? meantOf(stageQuery(first), meant) : undefined;
  return { query, whole, meant };
}
