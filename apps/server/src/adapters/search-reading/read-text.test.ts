import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseStages, few, type StageCounts } from './choose-stages.ts';
import { readText, type Stage } from './read-text.ts';
import { createVocabulary } from './vocabulary.ts';

const vocabulary = createVocabulary([
  { word: 'mug', documents: 10, heads: 8 },
  { word: 'vase', documents: 10, heads: 8 },
  { word: 'steel', documents: 10 },
  { word: 'travel', documents: 10 },
]);
const read = (text: string) => readText(text, { vocabulary, synonyms: [], variants: new Map() });

const shown = ({ needs }: Stage) =>
  needs
    .filter(({ atLeast }) => atLeast > 0)
    .map(({ parts, atLeast, isOutside }) => {
      const words = parts.map((part) => part.words.join(' ')).join('+');
      return `${isOutside ? '!' : ''}${atLeast < parts.length ? `${atLeast} of ` : ''}${words}`;
    })
    .join(' & ');

test('asks for less in each stage, drops the colour first and never drops the thing', () => {
  const { stages } = read('blue steel travel mug')!;
  expect(stages.filter(({ isLastResort }) => !isLastResort).map(shown)).toEqual([
    '!mug & steel+travel & blue',
    '!mug & steel+travel',
    '!mug & 1 of steel+travel',
    '!mug',
  ]);
  expect(stages.map(({ isWhole }) => isWhole).indexOf(false)).toBe(1);
});

test('asks for either of two things if no product is both', () => {
  const stages = read('mug vase')!.stages.filter(({ isLastResort }) => !isLastResort);
  expect(stages.map(shown)).toEqual(['!vase & mug', '!1 of mug+vase']);
});

test('looks anywhere for a thing that names no product, and then for the known words', () => {
  const [first, second] = read('steel hairdryer')!.stages;
  expect(shown(first!)).toBe('hairdryer & steel');
  expect(shown(second!)).toBe('!steel');
});

test('returns undefined for a text without words', () => {
  expect(read('')).toBeUndefined();
  expect(read('!?')).toBeUndefined();
});

test('stays short, however long the text is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('mug', 'steel', 'red', '3 oz', 'xyzzy', 'for'), { maxLength: 60 }),
      (words) => {
        const text = words
          .map((word, at) => (word === 'xyzzy' ? word + 'abcdefghijkl'[at % 12] : word))
          .join(' ');
        const reading = read(text);
        expect(reading?.stages.length ?? 0).toBeLessThan(60);
        if (reading) expect(reading.stages[0]).toMatchObject({ isWhole: true, isLastResort: false });
      },
    ),
  );
});

const stageOf = (isLastResort: boolean): Stage => ({ needs: [], isWhole: false, isLastResort });
const [all, less, head, any] = [stageOf(false), stageOf(false), stageOf(false), stageOf(true)];
const countAll = (count: number): StageCounts => ({ found: count, meant: count });
const stages = [all, less, head, any];

test.for([
  ['enough of the first', [few, 0, 0, 0], all, all],
  ['few of the first, which others follow', [3, few, 0, 0], all, less],
  ['as many stages as needed', [3, 5, 9, few], all, head],
  ['the first that finds something', [0, 0, few, few], head, head],
  ['no last resort after other matches', [0, 0, 2, few], head, head],
  ['a last resort, if nothing else matches', [0, 0, 0, 4], any, any],
] as const)('%s', ([, found, first, last]) => {
  expect(chooseStages(stages, found.map(countAll))).toEqual({ first, last });
});

test('products that only contain the words are followed by products that are meant', () => {
  const counts = [
    { found: few, meant: 0 },
    { found: few, meant: 0 },
    { found: few, meant: 1 },
    { found: few, meant: few },
  ];
  expect(chooseStages(stages, counts)).toEqual({ first: all, last: head });
});

test('returns undefined if no stage finds anything', () => {
  expect(chooseStages(stages, [0, 0, 0, 0].map(countAll))).toBeUndefined();
});

test('for a long text, allows any word to be missing, then any two', () => {
  const words = ['mug', 'vase', 'steel', 'travel', 'xqz', 'wvk', 'jph', 'bdf'];
  const content = read(words.join(' '))!.stages.filter(({ isLastResort }) => !isLastResort);
  expect(content.map(({ needs }) => needs.reduce((sum, { atLeast }) => sum + atLeast, 0))).toEqual([8, 7, 6]);
  expect(content.slice(1).every(({ needs }) => needs.length === 1)).toBe(true);
});
