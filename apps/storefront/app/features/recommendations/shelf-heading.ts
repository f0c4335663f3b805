import type { Recommendations, RecommendedItem } from '@kindred/contracts';
import { dayText } from '@kindred/shop-types';

export interface ShelfHeading {
  title: string;
  note: string | undefined;
  /** Chosen for this visitor, and not what everybody sees. */
  isPersonal: boolean;
}

const titles: Readonly<Record<string, string>> = {
  similar: 'Similar to this',
  category: 'More of the same category',
  trending: 'Trending',
  popular: 'Popular',
};

/** What people did with the products that reasons name. */
const deeds: Readonly<Record<string, string>> = {
  'because-you-viewed': 'looked at',
  'because-you-bought': 'bought',
  'because-you-reviewed': 'reviewed',
};

/**
 * Names a shelf by where its items really came from, and says nothing that is not so of each of them. A shelf of which an item is
 * for everybody never calls itself “For you”.
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
  if (source === 'popular') return 'What most people have rated.';
  if (source === 'trending' && since !== null)
    return `Bought, reviewed or looked at by several people since ${dayText(since)}.`;
  return undefined;
}

function personalNote(items: readonly Pick<RecommendedItem, 'reason'>[]): string | undefined {
  const codes = new Set(items.map(({ reason }) => reason.code));
  const done = Object.entries(deeds)
    .filter(([code]) => codes.has(code))
    .map(([, deed]) => deed);
  const last = done.pop();
  if (last === undefined) return undefined;
  return `From what you ${done.length === 0 ? last : `${done.join(', ')} and ${last}`}.`;
}

/** The line on a card, where it says more than the shelf's title does. */
export function reasonText({ reason }: Pick<RecommendedItem, 'reason'>): string | undefined {
  return reason.code in deeds ? reason.text : undefined;
}

/** The reason that all items share, to be said once above them. */
export function reasonOfAll({ items }: Pick<Recommendations, 'items'>): string | undefined {
  const [first, ...others] = items.map(reasonText);
  return others.length > 0 && others.every((reason) => reason === first) ? first : undefined;
}
