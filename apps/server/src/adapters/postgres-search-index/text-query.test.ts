import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../search-reading/read-text.ts';
import { createVocabulary } from '../search-reading/vocabulary.ts';
import { mostOf, stageQuery } from './text-query.ts';

/** Evaluates a query whose terms are `t` (true) and `f` (false), from the innermost brackets outwards. */
function truthOf(query: string): boolean {
  let left = query.replaceAll(' ', '');
  for (let before = ''; before !== left; ) {
    before = left;
    left = left
      .replace(/\(([tf])\)/g, '$1')
      .replace(/[tf](&[tf])+/g, (all) => (all.includes('f') ? 'f' : 't'))
      .replace(/(?<=^|\()[tf](\|[tf])+(?=$|\))/g, (any) => (any.includes('t') ? 't' : 'f'));
  }
  return left === 't';
}

test('matches if any terms are true except for the allowed number', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 4 }),
      (held, missing) => {
        const query = mostOf(
          held.map((isHeld) => (isHeld ? 't' : 'f')),
          missing,
        );
        if (missing >= held.length) expect(query).toBeUndefined();
        else expect(truthOf(query!)).toBe(held.filter((isHeld) => !isHeld).length <= missing);
      },
    ),
  );
});

test('stays short', () => {
  const terms = Array.from({ length: 40 }, (_, at) => `w${at}`);
  expect(mostOf(terms, 1)!.split(/[&|]/).length).toBeLessThan(300);
  expect(mostOf(terms, 3)!.split(/[&|]/).length).toBeLessThan(5_000);
});

test('joins words, phrases and their alternatives', () => {
  const vocabulary = createVocabulary([
    { word: 'running', documents: 3 },
    { word: 'sneaker', documents: 3 },
    { word: 'shoes', documents: 3, heads: 3 },
  ]);
  const queryOf = (text: string) =>
    stageQuery(
      readText(text, { vocabulary, synonyms: [['sneaker', 'running shoe']], variants: new Map() })!
        .stages[0]!,
    );
  expect(queryOf('canvas "cast iron" running shoes')).toBe(
    `((('running' & 'shoes':ABC) | 'sneaker':ABC) & ('canvas' & ('cast' <-> 'iron')))`,
  );
  expect(queryOf('brown shoes')).toMatch(/^\('shoes':ABC & \('brown' \| 'chestnut':B \| .*\)\)$/);
});
