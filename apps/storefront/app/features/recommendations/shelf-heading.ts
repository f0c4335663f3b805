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
  category: 'More from the same category',
  trending: 'Trending',
  popular: 'Popular',
};

/** The visitor's action on the product that a reason names, in the past tense. */
const deeds: Readonly<Record<string, string>> = {
  'because-you-viewed': 'viewed',
  'because-you-bought': 'bought',
  'because-you-reviewed': 'reviewed',
};

/**
 * Names a shelf by the source of its items, and says only what is true of every item. A shelf is “For you” only if each item was chosen
 * for this visitor.
 */
export function shelfHeading({
  items,
  trending_since,
}: Pick<Recommendations, 'items' | 'trending_since'>): ShelfHeading {
  const sources = new Set(items.map(({ source }) => source));
  const [source] = sources;
  if (source !== undefined && [...sources].every((one) => one === 'model' || one === 'session'))
    return { title: 'For you', note: personalNote(items), isPersonal: true };
  const title = sources.size === 1 ? titles[source!] : undefined;
  return {
    title: title ?? 'You may also like',
    note: sources.size === 1 ? noteOf(source!, trending_since) : undefined,
    isPersonal: false,
  };
}

function noteOf(source: string, since: string | null): string | undefined {
  if (source === 'popular') return 'Rated by the most people.';
  if (source === 'trending' && since !== null)
    return `Viewed, bought or reviewed by several people since ${dayText(since)}.`;
  return undefined;
}

function personalNote(items: readonly Pick<RecommendedItem, 'reason'>[]): string | undefined {
  const codes = new Set(items.map(({ reason }) => reason.code));
  const done = Object.entries(deeds)
    .filter(([code]) => codes.has(code))
    .map(([, deed]) => deed);
  const last = done.pop();
  if (last === undefined) return undefined;
  return `Based on what you ${done.length === 0 ? last : `${done.join(', ')} and ${last}`}.`;
}

/** The line on a card, if it says more than the shelf's title. */
export function reasonText({ reason }: Pick<RecommendedItem, 'reason'>): string | undefined {
  return reason.code in deeds ? reason.text : undefined;
}

/** The reason that all items share. The shelf shows it once, above them. */
export function reasonOfAll({ items }: Pick<Recommendations, 'items'>): string | undefined {
  const [first, ...others] = items.map(reasonText);
  return others.length > 0 && others.every((reason) => reason === first) ? first : undefined;
}
