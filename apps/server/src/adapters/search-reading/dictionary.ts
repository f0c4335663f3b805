/** @file The English dictionary. It is loaded when a shopper first types a word that the catalogue does not have; this takes 0.3 s and 30 MB. */
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

/** Returns the words that are in the dictionary. The shop may not have them, but the shopper meant no other word. */
export async function spelledRight(words: readonly string[]): Promise<ReadonlySet<string>> {
  const dictionary = await read();
  return new Set(words.filter((word) => dictionary.correct(word)));
}
