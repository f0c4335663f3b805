import { expect, test } from 'vitest';
import { findVariants } from './choose-spelling.ts';
import { languages } from './languages.ts';
import { createVocabulary } from './vocabulary.ts';

test('treats a rare word as misspelt only if a dictionary of the language confirms it', async () => {
  const words = [
    { word: 'rampe', documents: 2 },
    { word: 'lampe', documents: 100 },
  ];
  expect(await findVariants(createVocabulary(words), 'Rampe')).toEqual(new Map([['rampe', 'lampe']]));
  expect(await findVariants(createVocabulary(words, languages.german), 'Rampe')).toEqual(new Map());
});
