import { expect, test } from 'vitest';
import { readParts } from './read-parts.ts';
import { createVocabulary } from './vocabulary.ts';

const things = [
  'mug',
  'bowl',
  'bottle',
  'shirt',
  'headphones',
  'phone',
  'stand',
  'cards',
  'vitamin',
  'sunscreen',
];
const words = ['dog', 'steel', 'wireless', 'cotton', 'kettle', 'omega', 'size', 'fish', 'oil'];
const vocabulary = createVocabulary([
  ...things.map((word) => ({ word, documents: 10, heads: 8 })),
  ...words.map((word) => ({ word, documents: 10 })),
  ...['for', 'the', 'with'].map((word) => ({ word, documents: 50, lexeme: null })),
]);
const synonyms = [
  ['jumper', 'sweater'],
  ['gift card', 'voucher'],
];

const read = (text: string, variants = new Map<string, string>()) =>
  readParts(text, { vocabulary, synonyms, variants });
/** `head:mug`, in the order in which they were typed. */
const shown = (text: string) => read(text).map(({ role, words: typed }) => `${role}:${typed.join(' ')}`);
const waysOf = (text: string, at = 0) => read(text)[at]!.alternatives.map((one) => one.words.join(' '));

test.for([
  ['steel mug', ['other:steel', 'head:mug']],
  ['mug', ['head:mug']],
  ['blue mug', ['color:blue', 'head:mug']],
  ['blue', ['color:blue']],
  ['phone stand', ['other:phone', 'head:stand']],
  ['stand for the phone', ['head:stand', 'other:phone']],
  ['bottle with steel', ['head:bottle', 'other:steel']],
  ['32 oz bottle', ['size:32oz', 'head:bottle']],
  ['bottle 32oz', ['head:bottle', 'size:32oz']],
  ['1.5 l bottle', ['size:1d5l', 'head:bottle']],
  ['vitamin c 1,000 mg', ['head:vitamin c', 'size:1000mg']],
  ['size 7 shirt', ['other:size 7', 'head:shirt']],
  ['mug mug MUG', ['head:mug']],
  ['the for', ['other:the', 'other:for']],
] as const)('%s', ([text, parts]) => {
  expect(shown(text)).toEqual(parts);
});

test('treats one word and its two halves as the same', () => {
  expect(shown('head phones')).toEqual(['head:head phones']);
  expect(waysOf('head phones')).toEqual(['headphones']);
  expect(waysOf('fishoil')).toEqual(['fish oil']);
  expect(waysOf('omega3')).toEqual(['omega 3']);
  expect(waysOf('tshirt')).toEqual(['t shirt']);
  // `train` is not `t rain`.
  expect(waysOf('tkettle')).toEqual([]);
  // No product has these halves.
  expect(waysOf('kettledrum')).toEqual([]);
});

test('a colour includes its shades, and its other spelling counts the same', () => {
  const [grey] = read('gray mug');
  expect(grey).toMatchObject({ role: 'color' });
  expect(grey!.alternatives.find((one) => one.words[0] === 'grey')).toMatchObject({ isSame: true });
  expect(grey!.alternatives.find((one) => one.words[0] === 'slate')).toMatchObject({ isShade: true });
});

test('spells a size in every unit', () => {
  const ways = waysOf('1.5 l bottle');
  expect(ways).toContain('1 5liters');
  expect(ways).toContain('1500ml');
  expect(waysOf('3 pack')).toContain('pack of 3');
});

test('does not join words for synonyms that the catalogue does not have', () => {
  expect(shown('gift card')).toEqual(['other:gift', 'head:card']);
  expect(waysOf('jumper')).toEqual([]);
});

test('accepts the usual spelling of a word that the catalogue misspells', () => {
  expect(read('kettel', new Map([['kettel', 'kettle']]))[0]!.alternatives).toContainEqual({
    words: ['kettle'],
    isSame: true,
  });
});

test('signs of a script without spaces must be next to each other', () => {
  expect(read('耳机')[0]).toMatchObject({ words: ['耳', '机'], isPhrase: true });
});

test('knows a word by its plural, but not by a word that only has the same stem', () => {
  expect(read('mugs')[0]!.isKnown).toBe(true);
  expect(read('steeled')[0]!.isKnown).toBe(false);
});

test('the thing is a guess if the last word names no product', () => {
  const heads = (text: string) => read(text).find(({ role }) => role === 'head');
  expect(heads('mug dog')).toMatchObject({ words: ['mug'], isGuess: true });
  expect(heads('dog mug')).toMatchObject({ words: ['mug'], isGuess: false });
});

test('a word is not known only because the catalogue has scraps of it', () => {
  const scraps = createVocabulary(['gummi', 'us', 'head', 'phones'].map((word) => ({ word, documents: 3 })));
  const isKnown = (text: string) =>
    readParts(text, { vocabulary: scraps, synonyms, variants: new Map() })[0]!.isKnown;
  expect(isKnown('gummius')).toBe(false);
  expect(isKnown('headphones')).toBe(true);
});
