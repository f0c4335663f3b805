import type { RulesOfShelf } from '../shelf-rules/index.ts';
import type { Sieve } from './sieve.ts';

/** The merchant's pins on this page, by position on the shelf. */
export function pinnedOn(
  { shown, limit }: { shown: readonly number[]; limit: number },
  { pins }: RulesOfShelf,
  { accepts }: Sieve,
): RulesOfShelf['pins'] {
  return new Map(
    [...pins].filter(
      ([position, itemId]) => position > shown.length && position <= shown.length + limit && accepts(itemId),
    ),
  );
}

/** Leaves out the pinned items, because they stand at their own positions. */
export function without({ exclude, accepts }: Sieve, pinned: RulesOfShelf['pins']): Sieve {
  if (pinned.size === 0) return { exclude, accepts };
  const ids = new Set(pinned.values());
  return { exclude: new Set([...exclude, ...ids]), accepts: (itemId) => !ids.has(itemId) && accepts(itemId) };
}
