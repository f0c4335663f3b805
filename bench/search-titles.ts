/** @file Titles as shoppers type them: whole, and with one typing error in a random word. */
import type { SearchIndex } from '../apps/server/src/ports/search-index.ts';

export interface TitledProduct {
  readonly productId: number;
  readonly title: string;
}

export interface TitleFigures {
  readonly titles: number;
  /** The share of titles whose product comes first. */
  readonly exactFirst: number;
  readonly typoFound: number;
  readonly typoFirst: number;
  /** Typed titles without their product, for people. */
  readonly missed: readonly string[];
}

/** Returns numbers below 1, the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Adds, removes or replaces one letter, or swaps two neighbours, in a word of at least four letters. */
export function withOneEdit(title: string, random: () => number): string | undefined {
  const upTo = (bound: number): number => Math.floor(random() * bound);
  const words = [...title.matchAll(/\p{L}{4,}/gu)];
  const word = words[upTo(words.length)];
  if (!word) return undefined;
  for (;;) {
    const at = upTo(word[0].length);
    const letter = letters[upTo(letters.length)]!;
    const edited = [
      () => word[0].slice(0, at) + letter + word[0].slice(at),
      () => word[0].slice(0, at) + word[0].slice(at + 1),
      () => word[0].slice(0, at) + letter + word[0].slice(at + 1),
      () => word[0].slice(0, at) + (word[0][at + 1] ?? '') + word[0][at] + word[0].slice(at + 2),
    ][upTo(4)]!();
    if (edited.toLowerCase() !== word[0].toLowerCase())
      return title.slice(0, word.index) + edited + title.slice(word.index + word[0].length);
  }
}

/** Searches for `count` products of `among`. A product that shares its title with others counts as found if one of them is found. */
export async function measureTitles(
  index: SearchIndex,
  products: readonly TitledProduct[],
  {
    seed,
    count,
    among = () => true,
  }: { seed: number; count: number; among?: (product: TitledProduct) => boolean },
): Promise<TitleFigures> {
  const random = createRandom(seed);
  const sharing = Map.groupBy(products, ({ title }) => title.toLowerCase());
  const possible = products.filter(among);
  const drawn = new Set<TitledProduct>();
  while (drawn.size < Math.min(count, possible.length))
    drawn.add(possible[Math.floor(random() * possible.length)]!);

  async function rankOf({ title }: TitledProduct, typed: string): Promise<number> {
    const wanted = new Set(sharing.get(title.toLowerCase())!.map(({ productId }) => productId));
    const page = await index.search({ text: typed.slice(0, 200), filters: {}, sort: 'relevance', limit: 10 });
    return page.productIds.findIndex((id) => wanted.has(id));
  }

  let [titles, exactFirst, typoFound, typoFirst] = [0, 0, 0, 0];
  const missed: string[] = [];
  for (const product of drawn) {
    const typo = withOneEdit(product.title.slice(0, 200), random);
    if (typo === undefined) continue;
    titles++;
    if ((await rankOf(product, product.title)) === 0) exactFirst++;
    else missed.push(`whole: ${product.title}`);
    const rank = await rankOf(product, typo);
    if (rank === 0) typoFirst++;
    if (rank >= 0) typoFound++;
    else missed.push(`slip: ${typo}`);
  }
  return {
    titles,
    exactFirst: exactFirst / titles,
    typoFound: typoFound / titles,
    typoFirst: typoFirst / titles,
    missed,
  };
}
