/** @file What somebody meant to type. Of the words that are near, those that stand in a product together with the other ones. */
import type { Database } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';
import { splitSearchText, wordsOf } from '../../ports/search-text.ts';
import type { Language } from './languages.ts';
import type { ReadingContext } from './read-parts.ts';
import { asHeard, slipCost, soundAlike } from './slip-cost.ts';
import { spellSize } from './units.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

const spellingsAWord = 8;
/** So much may be wrong in a word of that length (`slipCost`). */
const mostCost = (length: number): number => (length >= 6 ? 2 : length >= twoEditsFrom ? 1.5 : 1);
/** In shorter words a second letter is no slip. */
const twoEditsFrom = 4;
/** Combinations of spellings that are looked up. */
const mostTries = 64;
const shortest = 3;
/** With as many other words in one product, a word is wrong although it is one: who types a title may slip. */
const certainWith = 3;
/** Products that a misspelt word may be in, and how many more have it right. */
const rare = 20;
const farMoreFrequent = 10;
const shortestVariant = 5;
/** People seldom get the first letter wrong. */
const otherFirstLetter = 0.5;
/** They seldom mean one: `nite cream` is no `not cream`. */
const stopWord = 0.5;

/** Of words that are in a few titles only because these are misspelt too, the usual spelling. Without a dictionary nobody knows which are. */
export async function findVariants(
  vocabulary: Vocabulary,
  text: string,
): Promise<ReadonlyMap<string, string>> {
  if (!vocabulary.language.hasDictionary) return new Map();
  const variants = wordsOf(text).flatMap((word) => {
    const products = vocabulary.documentsOf(word);
    if (word.length < shortestVariant || /\d/.test(word) || products === 0 || products > rare) return [];
    const [other] = vocabulary.corrections(word, 1, 1);
    return other && other.documents >= farMoreFrequent * products ? [[word, other.word] as const] : [];
  });
  if (variants.length === 0) return new Map();
  const right = await vocabulary.language.spelledRight(variants.map(([word]) => word));
  return new Map(variants.filter(([word]) => !right.has(word)));
}

/** The text with a known word for each that is wrong; undefined where there is none. */
export async function chooseSpelling(
  db: Database,
  { vocabulary, synonyms }: Pick<ReadingContext, 'vocabulary' | 'synonyms'>,
  text: string,
): Promise<string | undefined> {
  const parts = splitSearchText(text);
  const words = parts.flatMap((part) => part.words);
  const known = words.filter((word) => vocabulary.isKnown(word) && vocabulary.lexemeOf(word) !== null);
  const unknown = [...new Set(words)].filter(
    (word) => word.length >= shortest && !/\d/.test(word) && !vocabulary.isKnown(word) && !isUnit(word),
  );
  const otherwise = calledOtherwise(synonyms, vocabulary.language);
  const called = synonyms
    .flat()
    .map(wordsOf)
    .filter((entry) => entry.length > 1);
  const isTitle = known.length >= certainWith;
  const right = isTitle ? new Set<string>() : await vocabulary.language.spelledRight(unknown);
  const wrong = unknown
    .filter((word) => !right.has(word))
    .map((word) => [word, spellingsOf(word, [vocabulary, otherwise])] as const)
    .filter(([, spellings]) => spellings.length > 0);
  const chosen = new Map(wrong.length > 0 ? await chooseTogether(db, { known, wrong, called, isTitle }) : []);
  for (const word of right) {
    const others = [...known, ...chosen.values()];
    const meant = others.length > 0 && (await soundingAlike(db, vocabulary, word, others, called));
    if (meant) chosen.set(word, meant);
  }
  if (chosen.size === 0) return undefined;
  return parts
    .map((part) => {
      const spelled = part.words.map((word) => chosen.get(word) ?? word).join(' ');
      return part.isPhrase ? `"${spelled}"` : spelled;
    })
    .join(' ');
}

const called = new WeakMap<ReadingContext['synonyms'], Vocabulary>();

/** What shoppers call what the catalogue calls otherwise may be misspelt, too. */
function calledOtherwise(synonyms: ReadingContext['synonyms'], language: Language): Vocabulary {
  const known = called.get(synonyms);
  if (known?.language === language) return known;
  const words = new Set(synonyms.flat().flatMap(wordsOf));
  const vocabulary = createVocabulary(
    [...words].filter((word) => /^\p{L}+$/u.test(word)).map((word) => ({ word, documents: 0 })),
    language,
  );
  called.set(synonyms, vocabulary);
  return vocabulary;
}

/** With the same letter, or with the first two swapped. */
const beginsAs = (one: string, other: string): boolean =>
  one[0] === other[0] || (one[0] === other[1] && one[1] === other[0]);

const isUnit = (word: string): boolean => spellSize('1', word).length > 0;

interface Spelling {
  readonly word: string;
  readonly distance: number;
}

/** The nearest first. */
function spellingsOf(word: string, vocabularies: readonly Vocabulary[]): readonly Spelling[] {
  const saysNothing = (one: string): boolean => vocabularies[0]!.lexemeOf(one) === null;
  const found = vocabularies.flatMap((one) =>
    asHeard(word).flatMap((form) => [
      ...(form !== word && one.has(form) ? [{ word: form }] : []),
      ...one.corrections(form, form === word && word.length >= twoEditsFrom ? 2 : 1, 8 * spellingsAWord),
    ]),
  );
  return [...new Map(found.map((one) => [one.word, one])).values()]
    .map((one) => ({ word: one.word, distance: slipCost(word, one.word) }))
    .filter(({ distance }) => distance <= mostCost(word.length))
    .map((one) => ({
      ...one,
      distance:
        one.distance +
        (beginsAs(one.word, word) ? 0 : otherFirstLetter) +
        (saysNothing(one.word) ? stopWord : 0),
    }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, spellingsAWord);
}

/** `dog leed` is a `dog lead` in a shop of leashes. */
function isCalled(
  called: readonly (readonly string[])[],
  known: readonly string[],
  chosen: readonly string[],
): boolean {
  const all = new Set([...known, ...chosen]);
  return called.some(
    (entry) => entry.every((word) => all.has(word)) && entry.some((word) => chosen.includes(word)),
  );
}

/** Of a word that the dictionary has and the catalogue has not: `dinner` of `diner plates`, where titles have it beside the others. */
async function soundingAlike(
  db: Database,
  vocabulary: Vocabulary,
  word: string,
  others: readonly string[],
  called: readonly (readonly string[])[],
): Promise<string | undefined> {
  const alike = spellingsOf(word, [vocabulary]).filter(
    (one) => soundAlike(one.word, word) && vocabulary.lexemeOf(one.word) !== null,
  );
  if (alike.length === 0) return undefined;
  const found = await countTogether(
    db,
    alike.map((one) => [...others, one.word]),
    'AB',
  );
  return alike.find((one, at) => found[at]! > 0 || isCalled(called, others, [one.word]))?.word;
}

/** How many products have all of the words on the outside, up to 40. */
async function countTogether(
  db: Database,
  choices: readonly (readonly string[])[],
  weights: 'AB' | 'ABC' = 'ABC',
): Promise<number[]> {
  const queries = choices.map((words) => words.map((word) => `'${word}':${weights}`).join(' & '));
  const { rows } = await db.execute<{ found: number }>(sql`
    select (select count(*)::int from (select from search_documents where document @@ to_tsquery('kindred_search', query) limit 40) d)
       as found from unnest(${queries}::text[]) with ordinality as given (query, place) order by place`);
  return rows.map(({ found }) => found);
}

interface Choice {
  readonly words: readonly string[];
  readonly distance: number;
}

/**
 * By what was typed. Where no product has any of them together with the known words, the nearest and most frequent, of what is no
 * word at all.
 */
async function chooseTogether(
  db: Database,
  {
    known,
    wrong,
    called,
    isTitle,
  }: {
    known: readonly string[];
    wrong: readonly (readonly [string, readonly Spelling[]])[];
    /** What shoppers call things, of several words. */
    called: readonly (readonly string[])[];
    isTitle: boolean;
  },
): Promise<ReadonlyMap<string, string>> {
  const choices = combine(wrong.map(([, spellings]) => spellings));
  let best = choices[0]!;
  if (known.length > 0 || wrong.length > 1) {
    const counts = await countTogether(
      db,
      choices.map(({ words }) => [...known, ...words]),
    );
    const [together] = choices
      .map((choice, at) => ({
        ...choice,
        found: counts[at]! || (isCalled(called, known, choice.words) ? 1 : 0),
      }))
      .filter(({ found }) => found > 0)
      .sort((a, b) => a.distance - b.distance || b.found - a.found);
    if (together) best = together;
    else if (isTitle) return new Map();
  }
  return new Map(wrong.map(([word], at) => [word, best.words[at]!]));
}

/** The nearest first; of many only those of the nearest spellings. */
function combine(lists: readonly (readonly Spelling[])[]): Choice[] {
  const each = Math.max(1, Math.floor(mostTries ** (1 / lists.length)));
  let choices: Choice[] = [{ words: [], distance: 0 }];
  for (const list of lists)
    choices = choices.flatMap(({ words, distance }) =>
      list.slice(0, each).map((one) => ({ words: [...words, one.word], distance: distance + one.distance })),
    );
  return choices.slice(0, mostTries);
}
