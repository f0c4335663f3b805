import { expect, test } from 'vitest';
import { loadFonts, textRuns } from './invoice-fonts.ts';

async function runs(text: string) {
  const found = textRuns(await loadFonts([text]), 'regular', text);
  return found.map(({ font, text: part }) => [font.name.replace(/^inter-|-400-normal$/g, ''), part]);
}

test('prints each part of a text in the first font that has its letters', async () => {
  expect(await runs('Ada Öberg')).toEqual([['latin', 'Ada Öberg']]);
  expect(await runs('Юлия 山田 Ltd')).toEqual([
    ['cyrillic', 'Юлия '],
    ['unifontex', '山田 '],
    ['latin', 'Ltd'],
  ]);
});

test('orders words of right-to-left scripts from right to left', async () => {
  expect(await runs('محمد علي')).toEqual([['unifontex', 'علي محمد']]);
});

test('prints the number of a letter that no font has', async () => {
  expect(await runs('𠮷 A')).toEqual([['latin', '[U+20BB7] A']]);
});

test('leaves out invisible characters, and composes letters with their marks', async () => {
  expect(await runs('e\u0301\u200d\u202ex')).toEqual([['latin', 'éx']]);
});
