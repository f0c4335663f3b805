import type { RulesOfShelf } from '../shelf-rules/index.ts';
import type { Policy, ShelfContext, Wanted } from './policy.ts';

/** Decides which items a shelf may show to a person. */
export type Sieve = Omit<Wanted, 'k'>;

/**
 * @param left the items on the previous pages and elsewhere on the page
 * @param merchant the merchant's rules for the shelf
 * @param avoids whether it also leaves out what the policy only avoids
 */
export function sieveOf(
  policy: Policy,
  context: ShelfContext,
  { left, merchant, avoids }: { left: Iterable<number>; merchant: RulesOfShelf; avoids: boolean },
): Sieve {
  const exclude = new Set(left);
  const rules = avoids ? [...policy.rules, ...policy.avoids] : policy.rules;
  for (const { hides } of rules) for (const id of hides?.(context) ?? []) exclude.add(id);
  return {
    exclude,
    accepts(itemId) {
      if (exclude.has(itemId)) return false;
      const item = context.products.find(itemId);
      return (
        item !== undefined &&
        rules.every(({ allows }) => allows?.(item, context) !== false) &&
        !merchant.isBlocked(item)
      );
    },
  };
}
