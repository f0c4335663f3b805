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

test('what is written as one word or as two is the same', () => {
  expect(shown('head phones')).toEqual(['head:head phones']);
  expect(waysOf('head phones')).toEqual(['headphones']);
  expect(waysOf('fishoil')).toEqual(['fish oil']);
  expect(waysOf('omega3')).toEqual(['omega 3']);
  expect(waysOf('tshirt')).toEqual(['t shirt']);
  // `train` is no `t rain`.
  expect(waysOf('tkettle')).toEqual([]);
  // Halves that nobody has.
  expect(waysOf('kettledrum')).toEqual([]);
});

test('a colour has its shades, and a colour’s other spelling is as good', () => {
  const [grey] = read('gray mug');
  expect(grey).toMatchObject({ role: 'color' });
  expect(grey!.alternatives.find((one) => one.words[0] === 'grey')).toMatchObject({ isSame: true });
  expect(grey!.alternatives.find((one) => one.words[0] === 'slate')).toMatchObject({ isShade: true });
});

test('a size is spelled in every unit', () => {
  const ways = waysOf('1.5 l bottle');
  expect(ways).toContain('1 5liters');
  expect(ways).toContain('1500ml');
  expect(waysOf('3 pack')).toContain('pack of 3');
});

test('synonyms that the catalogue lacks join nothing', () => {
  expect(shown('gift card')).toEqual(['other:gift', 'head:card']);
  expect(waysOf('jumper')).toEqual([]);
});

test('the usual spelling of what is misspelt in the catalogue will do', () => {
  expect(read('kettel', new Map([['kettel', 'kettle']]))[0]!.alternatives).toContainEqual({
    words: ['kettle'],
    isSame: true,
  });
});

test('signs of a script without spaces stand next to each other', () => {
  expect(read('耳机')[0]).toMatchObject({ words: ['耳', '机'], isPhrase: true });
});

test('a word is known by its plural, and not by what only has the same stem', () => {
  expect(read('mugs')[0]!.isKnown).toBe(true);
  expect(read('steeled')[0]!.isKnown).toBe(false);
});

test('the thing is a guess where another word stands last, which no product is called', () => {
  const heads = (text: string) => read(text).find(({ role }) => role === 'head');
  expect(heads('mug dog')).toMatchObject({ words: ['mug'], isGuess: true });
  expect(heads('dog mug')).toMatchObject({ words: ['mug'], isGuess: false });
});

test('scraps of a word do not make it one that the catalogue knows', () => {
  const scraps = createVocabulary(['gummi', 'us', 'head', 'phones'].map((word) => ({ word, documents: 3 })));
  const isKnown = (text: string) =>
    readParts(text, { vocabulary: scraps, synonyms, variants: new Map() })[0]!.isKnown;
  expect(isKnown('gummius')).toBe(false);
  expect(isKnown('headphones')).toBe(true);
});
