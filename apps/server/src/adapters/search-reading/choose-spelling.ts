/**
 * @file Guesses what the shopper meant to type. `findText` asks only if no product has all of the text as typed. Among similar words, it chooses those that occur in a product together with the other words.
 */
import type { Database } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';
import { splitSearchText, wordsOf } from '../../ports/search-text.ts';
import type { Language } from './languages.ts';
import type { ReadingContext } from './read-parts.ts';
import { asHeard, slipCost, soundAlike } from './slip-cost.ts';
import { spellSize } from './units.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

const spellingsAWord = 8;
/** The highest `slipCost` for a word of this length. */
const mostCost = (length: number): number => (length >= 6 ? 2 : length >= twoEditsFrom ? 1.5 : 1);
/** In shorter words, two wrong letters make another word. */
const twoEditsFrom = 4;
/** The most combinations of spellings that are looked up. */
const mostTries = 64;
const shortest = 3;
/** If a product has this many of the other words, even an existing word may be a typing error in its title. */
const certainWith = 3;
/** The most products that may contain a misspelling, and how many times more contain the right spelling. */
const rare = 20;
const farMoreFrequent = 10;
const shortestVariant = 5;
/** Shoppers seldom get the first letter wrong. */
const otherFirstLetter = 0.5;
/** Shoppers seldom mean a stop word: `nite cream` does not mean `not cream`. */
const stopWord = 0.5;

/** Finds the usual spelling of words that occur in a few titles only because these titles are misspelt too. This needs a dictionary. */
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

/** Returns the text with each wrong word replaced by a known word, or undefined if there is no correction. */
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

/** A vocabulary of the synonyms that the catalogue does not contain. Shoppers may misspell these too. */
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

/** Whether both begin with the same letter, or with the first two letters swapped. */
const beginsAs = (one: string, other: string): boolean =>
  one[0] === other[0] || (one[0] === other[1] && one[1] === other[0]);

const isUnit = (word: string): boolean => spellSize('1', word).length > 0;

interface Spelling {
  readonly word: string;
  readonly distance: number;
}

/** Returns the most similar spelling first. */
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

/** `dog leed` means `dog lead` in a shop that sells leashes. */
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

/** Finds words that sound like a word that is in the dictionary but not in the catalogue: `dinner` for `diner plates`, if titles have it beside the other words. */
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

/** Counts, up to 40, the products that have all of the words in their outside texts. */
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
 * Returns the chosen spelling of each wrong word. It prefers spellings that a product has together with the known words. If no product
 * has, it takes the most similar and most frequent ones, except in a title, in which it then corrects nothing.
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
    /** Synonyms of several words. */
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

/** Combines the spellings, the most similar first. If there are too many, it uses only the most similar of each word. */
function combine(lists: readonly (readonly Spelling[])[]): Choice[] {
  const each = Math.max(1, Math.floor(mostTries ** (1 / lists.length)));
  let choices: Choice[] = [{ words: [], distance: 0 }];
  for (const list of lists)
    choices = choices.flatMap(({ words, distance }) =>
      list.slice(0, each).map((one) => ({ words: [...words, one.word], distance: distance + one.distance })),
    );
  return choices.slice(0, mostTries);
}
