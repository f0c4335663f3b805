import type { Recommendations, RecommendedItem } from '@kindred/contracts';
import { dayText } from '@kindred/shop-types';

export interface ShelfHeading {
  title: string;
  note: string | undefined;
  /** The items were chosen for this visitor. Other visitors see other items. */
  isPersonal: boolean;
}

const titles: Readonly<Record<string, string>> = {
  similar: 'Similar products',
  together: 'Often liked together',
  category: 'More from the same category',
  trending: 'Trending',
  popular: 'Popular',
  any: 'In stock now',
};

/** The titles of shelves whose reason is the title. */
const titlesByReason: Readonly<Record<string, string>> = {
  'goes-with': 'Goes well with this',
  'goes-with-your-cart': 'Goes with your cart',
  'goes-with-your-order': 'Goes with your order',
};

/** The items that a person pinned say so on their card; a heading is about the others. */
const isPinned = ({ source }: Pick<RecommendedItem, 'source'>): boolean => source === 'pin';

/**
 * Names a shelf by the source of its items, and says only what is true of every item. A shelf is “For you” only if each item was chosen
 * for this visitor.
 */
export function shelfHeading({
  items,
  trending_since,
}: Pick<Recommendations, 'items' | 'trending_since'>): ShelfHeading {
  const chosen = items.filter((item) => !isPinned(item));
  const sources = new Set(chosen.map(({ source }) => source));
  const codes = new Set(chosen.map(({ reason }) => reason.code));
  const [source] = sources;
  const [code] = codes;
  if (source !== undefined && [...sources].every((one) => one === 'model' || one === 'session'))
    return {
      title: 'For you',
      note: 'Based on what you viewed, bought or told us.',
      isPersonal: true,
    };
  const byReason = codes.size === 1 ? titlesByReason[code!] : undefined;
  const inCategory = source === 'category-trending' ? chosen[0]?.reason.text : undefined;
  const bySource = sources.size === 1 ? (inCategory ?? titles[source!]) : undefined;
  return {
    title: byReason ?? bySource ?? 'You may also like',
    note: sources.size === 1 ? noteOf(source!, trending_since) : undefined,
    isPersonal: false,
  };
}

function noteOf(source: string, since: string | null): string | undefined {
  if (source === 'popular') return 'Rated by the most people.';
  if (source === 'goes-with') return 'Products of other kinds that the same people like.';
  if (source === 'trending' && since !== null)
    return `Viewed, bought or reviewed by several people since ${dayText(since)}.`;
  return undefined;
}

/** The line on a card that the shelf's heading does not say. */
export function cardLine(item: Pick<RecommendedItem, 'reason' | 'source'>): string | undefined {
  return isPinned(item) ? item.reason.text : undefined;
}
