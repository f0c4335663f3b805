/** @file Which words are spelled as English is. Read when somebody first types a word that the catalogue does not have: 0.3 s, 30 MB. */
import { remember } from '../../platform/remember.ts';

const read = remember(
  async () => {
    const [{ default: nspell }, { default: english }] = await Promise.all([
      import('nspell'),
      import('dictionary-en'),
    ]);
    return nspell({ aff: Buffer.from(english.aff), dic: Buffer.from(english.dic) });
  },
  { forMs: Number.POSITIVE_INFINITY },
);

/** Those of the words that are in the dictionary: the shop may not have what they say, but nobody meant another. */
export async function spelledRight(words: readonly string[]): Promise<ReadonlySet<string>> {
  const dictionary = await read();
  return new Set(words.filter((word) => dictionary.correct(word)));
}
