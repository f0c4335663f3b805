/**
 * @file Searches for a text as typed. If no product has all of it and it has an unknown word, `chooseSpelling` replaces the words that the
 * catalogue does not know (and seldom one that the dictionary knows): first by those that a product has beside the other words, then by the most
 * similar, then by the most frequent. The page (`features/search/search-notice.tsx`) then says “No results for X. Showing results for Y instead”, or, if
 * no product has all of Y either, that these are the closest matches for Y. Both engines use it.
 */
import type { Database } from '../../platform/postgres/database.ts';
import type { SearchReading } from '../../ports/search-index.ts';
import { searchKey } from '../../ports/search-text.ts';
import { chooseSpelling, findVariants } from './choose-spelling.ts';
import { type ReadingContext, type ReadPart, waysOf } from './read-parts.ts';
import { long, readText, type Stage, type TextReading } from './read-text.ts';
import { readTypedWords } from './typed-words.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface FoundText<Answer> {
  readonly answer: Answer;
  readonly reading: SearchReading;
  readonly correction: string | null;
  /** The lexemes with which a title's words are compared, to highlight the parts that match the text. */
  readonly lexemes: ReadonlySet<string>;
}

/** Returns undefined if nothing is found. `stage` is the first stage that found something. */
export type AskEngine<Answer> = (
  reading: TextReading,
  asked: {
    /** The text, if it may be a whole title or a product's number. */
    readonly title: string | undefined;
    /** The key under which shoppers' choices are stored. */
    readonly key: string;
    /** If no product has the whole text, a corrected text is tried before less of the text is accepted. */
    readonly isToBeWhole: boolean;
  },
) => Promise<{ readonly stage: number; readonly answer: Answer } | undefined>;

export async function findText<Answer>(
  { db, vocabulary, synonyms }: Omit<ReadingContext, 'variants'> & { db: Database },
  text: string,
  ask: AskEngine<Answer>,
): Promise<FoundText<Answer> | undefined> {
  const clean = text.toWellFormed().replaceAll('\0', ' ').trim();
  const { vocabulary: typed, nowhere, isExact } = await readTypedWords(db, vocabulary, clean);
  const context = { vocabulary: typed, synonyms, variants: await findVariants(typed, clean) };
  const reading = readText(clean, context);
  if (!reading) return undefined;
  const isKnown = reading.parts.every((part) => part.isKnown);
  const asked = { title: clean, key: searchKey(clean), isToBeWhole: !isKnown };
  // No product can have the whole text.
  const isVain = !isKnown && !isExact && reading.parts.some((part) => isNowhere(part, nowhere));
  const found = isVain ? undefined : await ask(reading, asked);
  if (!isVain && !(found && isNamed(reading.stages[found.stage]!)) && reading.parts.some(isJoined)) {
    // If no bowl is for cereals, a `cereal bowl` is any bowl, whatever synonyms the shop has for the whole.
    const apart = readText(clean, { ...context, isApart: true })!;
    const foundApart = await ask(apart, asked);
    if (foundApart) return { ...describe(foundApart, apart, typed), correction: null };
  }
  if (found) return { ...describe(found, reading, typed), correction: null };
  if (isKnown) return undefined;
  const correction = await chooseSpelling(db, context, clean);
  const spelled = correction === undefined ? reading : readText(correction, context)!;
  const foundSpelled = await ask(spelled, {
    title: undefined,
    key: searchKey(correction ?? clean),
    isToBeWhole: false,
  });
  if (!foundSpelled) return undefined;
  const { reading: taken, ...rest } = describe(foundSpelled, spelled, typed);
  return {
    ...rest,
    reading: taken === 'as-typed' && correction !== undefined ? 'corrected' : taken,
    correction: correction ?? null,
  };
}

/** Whether its matches have the whole text, or at least the word that names the thing. */
const isNamed = ({ isWhole, isLastResort }: Stage): boolean => isWhole || !isLastResort;
const isNowhere = ({ words, alternatives, isKnown }: ReadPart, nowhere: ReadonlySet<string>): boolean =>
  !isKnown && alternatives.length === 0 && words.some((word) => nowhere.has(word));

const isJoined = ({ words, isPhrase }: ReadPart): boolean => words.length > 1 && !isPhrase;

const describe = <Answer>(
  { stage, answer }: { stage: number; answer: Answer },
  { parts, stages }: TextReading,
  vocabulary: Vocabulary,
) => ({
  answer,
  reading: stages[stage]!.isWhole ? ('as-typed' as const) : ('relaxed' as const),
  lexemes: new Set(
    parts
      .flatMap(waysOf)
      .flat()
      .flatMap((word) => vocabulary.lexemeOf(word) ?? []),
  ),
});

/** The names of the thing that a text asks for. */
export interface Names {
  /** The thing with all its qualities except colours and sizes. */
  readonly whole: readonly (readonly string[])[];
  readonly head: readonly (readonly string[])[];
  /** The words for its qualities. */
  readonly besides: readonly string[];
}

export function namesOf({ parts }: Pick<TextReading, 'parts'>): Names {
  const isTitle = parts.length >= long;
  const head = parts.find(({ role }) => role === 'head');
  if (!head || head.isGuess || isTitle) return { whole: [], head: [], besides: [] };
  const said = parts.filter(({ role }) => role === 'head' || role === 'other');
  return {
    whole: said.length === 1 ? waysOf(head) : [said.flatMap(({ words }) => words)],
    head: waysOf(head),
    besides: said.filter((part) => part !== head).flatMap(({ words }) => words),
  };
}
