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

test('asks for less and less, never without the thing, the colour first to go', () => {
  const { stages } = read('blue steel travel mug')!;
  expect(stages.filter(({ isLastResort }) => !isLastResort).map(shown)).toEqual([
    '!mug & steel+travel & blue',
    '!mug & steel+travel',
    '!mug & 1 of steel+travel',
    '!mug',
  ]);
  expect(stages.map(({ isWhole }) => isWhole).indexOf(false)).toBe(1);
});

test('of two things, both are shown when nothing is both', () => {
  const stages = read('mug vase')!.stages.filter(({ isLastResort }) => !isLastResort);
  expect(stages.map(shown)).toEqual(['!vase & mug', '!1 of mug+vase']);
});

test('a thing that no product is called is looked for anywhere, and then what is known of the rest', () => {
  const [first, second] = read('steel hairdryer')!.stages;
  expect(shown(first!)).toBe('hairdryer & steel');
  expect(shown(second!)).toBe('!steel');
});

test('says nothing to a text without words', () => {
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
  ['a few of the first are followed', [3, few, 0, 0], all, less],
  ['as far as it takes', [3, 5, 9, few], all, head],
  ['the first that finds something', [0, 0, few, few], head, head],
  ['a last resort follows nothing', [0, 0, 2, few], head, head],
  ['a last resort, when there is nothing else', [0, 0, 0, 4], any, any],
] as const)('%s', ([, found, first, last]) => {
  expect(chooseStages(stages, found.map(countAll))).toEqual({ first, last });
});

test('what only has the words is followed by what is meant', () => {
  const counts = [
    { found: few, meant: 0 },
    { found: few, meant: 0 },
    { found: few, meant: 1 },
    { found: few, meant: few },
  ];
  expect(chooseStages(stages, counts)).toEqual({ first: all, last: head });
});

test('nothing is nothing', () => {
  expect(chooseStages(stages, [0, 0, 0, 0].map(countAll))).toBeUndefined();
});

test('of a long text any word may be missing, then any two', () => {
  const words = ['mug', 'vase', 'steel', 'travel', 'xqz', 'wvk', 'jph', 'bdf'];
  const content = read(words.join(' '))!.stages.filter(({ isLastResort }) => !isLastResort);
  expect(content.map(({ needs }) => needs.reduce((sum, { atLeast }) => sum + atLeast, 0))).toEqual([8, 7, 6]);
  expect(content.slice(1).every(({ needs }) => needs.length === 1)).toBe(true);
});
