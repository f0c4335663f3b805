import { expect, test } from 'vitest';
import { completeLastWord } from './complete-last-word.ts';

const titles = ['Woven Hammock', 'Hammock with Stand', 'Hammer', 'Woven Hamper, woven'];

test('the word of most titles comes first, and each title counts once', () => {
  expect(completeLastWord(['ham'], titles, false)).toEqual(['hammock', 'hammer', 'hamper']);
});

test('the words before are kept', () => {
  expect(completeLastWord(['woven', 'hamp'], titles, false)).toEqual(['woven hamper']);
});

test('what is complete is not offered again', () => {
  expect(completeLastWord(['hammock'], titles, false)).toEqual([]);
});

test('tolerantly, the words before are put right too', () => {
  expect(completeLastWord(['wovne', 'hampre'], titles, true)).toEqual(['woven hamper']);
});
