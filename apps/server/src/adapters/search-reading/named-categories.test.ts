import { expect, test } from 'vitest';
import { namedCategories } from './named-categories.ts';
import { createVocabulary } from './vocabulary.ts';

const categories = [
  { slug: 'books', name: 'Books' },
  { slug: 'books/nature', name: 'Nature & Gardening' },
  { slug: 'books/fiction', name: 'Fiction' },
  { slug: 'pets', name: 'Pets' },
  { slug: 'pets/dogs', name: 'Dogs' },
  { slug: 'pets/dogs/beds', name: 'Beds' },
  { slug: 'home/beds', name: 'Beds' },
  { slug: 'home/stands', name: 'Book Stands' },
];
const vocabulary = createVocabulary(
  [
    ['books', 'book'],
    ['gardening', 'garden'],
    ['dogs', 'dog'],
    ['beds', 'bed'],
    ['stands', 'stand'],
  ].map(([word, lexeme]) => ({ word: word!, lexeme: lexeme!, documents: 1 })),
).withLexemes(
  new Map([
    ['bed', 'bed'],
    ['dog', 'dog'],
    ['garden', 'garden'],
    ['book', 'book'],
  ]),
);

const named = (besides: readonly string[], head: string) =>
  namedCategories({ whole: [[...besides, head]], head: [[head]], besides }, categories, vocabulary).map(
    ({ slug, isExact, isOneThing }) => [slug, isExact, isOneThing],
  );

test.each([
  ['the kind of a department', ['garden'], 'books', [['books/nature', true, false]]],
  ['the thing below the category that it is for', ['dog'], 'bed', [['pets/dogs/beds', true, true]]],
  [
    'the thing alone, anywhere in the tree',
    [],
    'bed',
    [
      ['pets/dogs/beds', true, true],
      ['home/beds', true, true],
    ],
  ],
  ['the thing, if no category has the full name', ['old'], 'book', [['books', false, true]]],
] as const)('a text names %s', (_, besides, head, expected) => {
  expect(named(besides, head)).toEqual(expected);
});
