/**
 * @file What a text finds: as typed; when that is nothing, with its words corrected; when that is nothing either, with as few of them
 * missing as can be.
 */
import type pg from 'pg';
import type { SearchReading } from '../../ports/search-index.ts';
import { splitSearchText, type TextPart, withSynonyms, wordsOf } from '../../ports/search-text.ts';
import { stopWords } from './stop-words.ts';
import { matchText, type TextStage } from './text-match-repository.ts';
import { anyQuery, everyQuery, mostOf, partQuery, type Spellings, shownWords } from './text-query.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface TextMatch {
  readonly reading: SearchReading;
  readonly correction: string | null;
  readonly productIds: Int32Array;
  readonly scores: Float32Array;
  /** What a title's words are compared with. */
  readonly lexemes: ReadonlySet<string>;
}

const correctionsAWord = 6;
/** Texts with more words than that are taken as typed or not at all. */
const mostParts = 60;
const mostMissing = 3;

const nothing: TextMatch = {
  reading: 'as-typed',
  correction: null,
  productIds: new Int32Array(0),
  scores: new Float32Array(0),
  lexemes: new Set(),
};

export async function findText(
  {
    pool,
    vocabulary,
    synonyms,
  }: { pool: pg.Pool; vocabulary: Vocabulary; synonyms: readonly (readonly string[])[] },
  text: string,
): Promise<TextMatch> {
  const title = text.toWellFormed().replaceAll('\0', ' ');
  const typed = distinct(splitSearchText(text)).slice(0, mostParts);
  if (typed.length === 0) return nothing;
  const parts = withSynonyms(typed, synonyms);
  const asTyped = { ...stageOf(parts), favoured: everyQuery(typed) };
  const words = [...new Set(typed.flatMap((part) => part.words))];
  const unknown = words.filter((word) => vocabulary.documentsOf(word) === 0);
  const spellings = spellingsOf(unknown, vocabulary);
  // Where nobody knows a word, the text as typed is one stage of several; else it nearly always finds something.
  const isAskedFirst = spellings.size === 0;
  const first = isAskedFirst ? await matchText(pool, { stages: [asTyped], title }) : undefined;
  if (first) return { ...first, reading: 'as-typed', correction: null };

  // A slip of the pen may have made another word that is known.
  const allSpellings = new Map([...spellingsOf(words, vocabulary), ...spellings]);
  const ways = [
    ...(isAskedFirst ? [] : [{ stage: asTyped, reading: 'as-typed' as const, used: spellings }]),
    ...(spellings.size > 0
      ? [{ stage: stageOf(parts, spellings), reading: 'corrected' as const, used: spellings }]
      : []),
    ...(allSpellings.size > spellings.size
      ? [{ stage: stageOf(parts, allSpellings), reading: 'corrected' as const, used: allSpellings }]
      : []),
    ...relaxedStages(parts, spellings).map((stage) => ({
      stage,
      reading: 'relaxed' as const,
      used: spellings,
    })),
  ];
  const match = await matchText(pool, { stages: ways.map(({ stage }) => stage), title });
  if (!match) return nothing;
  const { reading, used } = ways[match.stage]!;
  return {
    ...match,
    reading,
    correction: reading === 'corrected' ? correct(text, used, match.bestTitleKey) : null,
  };
}

function stageOf(parts: readonly TextPart[], spellings?: Spellings): TextStage {
  const query = everyQuery(parts, spellings);
  return { query, favoured: query, words: shownWords(parts, spellings) };
}

/** Of the parts, fewer and fewer; at last any of the words. */
function relaxedStages(parts: readonly TextPart[], spellings: Spellings): TextStage[] {
  const terms = parts
    .filter((part) => !part.words.every((word) => stopWords.has(word)))
    .map((part) => partQuery(part, spellings));
  const queries: string[] = [];
  for (let missing = 1; missing <= mostMissing && missing < terms.length; missing++)
    queries.push(mostOf(terms, missing)!);
  // A word of a synonym of several words means something else by itself.
  const singly = parts.map((part) => ({
    ...part,
    synonyms: part.synonyms.filter((words) => words.length === 1),
  }));
  queries.push(anyQuery(shownWords(singly, spellings)));
  const words = shownWords(parts, spellings);
  return queries.map((query) => ({ query, favoured: query, words }));
}

function spellingsOf(words: readonly string[], vocabulary: Vocabulary): Map<string, readonly string[]> {
  const spellings = new Map<string, readonly string[]>();
  for (const word of words) {
    const found = findSpellings(word, vocabulary);
    if (found.length > 0) spellings.set(word, found);
  }
  return spellings;
}

/** One edit; two in a word of eight letters and more that one edit does not explain. */
function findSpellings(word: string, vocabulary: Vocabulary): string[] {
  if (word.length < 3 || stopWords.has(word) || /^\p{N}+$/u.test(word)) return [];
  const near = vocabulary.corrections(word, 1, correctionsAWord);
  const found = near.length > 0 || word.length < 8 ? near : vocabulary.corrections(word, 2, correctionsAWord);
  return found.map((one) => one.word);
}

/** The text with, of the spellings of each word, the one that the best product has. */
function correct(text: string, spellings: Spellings, bestTitleKey: string): string {
  const inTitle = new Set(wordsOf(bestTitleKey));
  return splitSearchText(text)
    .map(({ words, isPhrase }) => {
      const right = words
        .map((word) => {
          const others = spellings.get(word);
          if (!others || inTitle.has(word)) return word;
          return others.find((other) => inTitle.has(other)) ?? others[0]!;
        })
        .join(' ');
      return isPhrase ? `"${right}"` : right;
    })
    .join(' ');
}

function distinct(parts: readonly TextPart[]): TextPart[] {
  return [...new Map(parts.map((part) => [part.words.join(' '), part])).values()];
}
