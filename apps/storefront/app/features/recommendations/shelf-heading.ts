import type { Recommendations, RecommendedItem } from '@kindred/contracts';

export interface ShelfHeading {
  title: string;
  note: string | undefined;
  /** Chosen for this visitor, and not what everybody sees. */
  isPersonal: boolean;
}

type Source = RecommendedItem['source'];

const headings: Record<Source, ShelfHeading> = {
  model: {
    title: 'For you',
    note: 'From what you looked at and what people like you loved.',
    isPersonal: true,
  },
  session: { title: 'For you', note: 'Close to what you looked at just now.', isPersonal: true },
  similar: { title: 'More like this', note: undefined, isPersonal: false },
  trending: { title: 'Trending now', note: 'What people are looking at this week.', isPersonal: false },
  popular: { title: 'Popular right now', note: 'The best loved in the shop.', isPersonal: false },
};

/**
 * Names a shelf by where its items really came from: by the source of most of them. A shelf that fell back to
 * what is popular never calls itself “For you”.
 */
export function shelfHeading({ items }: Pick<Recommendations, 'items'>): ShelfHeading {
  const counts = new Map<Source, number>();
  for (const { source } of items) counts.set(source, (counts.get(source) ?? 0) + 1);
  const personal = (counts.get('model') ?? 0) + (counts.get('session') ?? 0);
  if (personal * 2 > items.length)
    return headings[(counts.get('model') ?? 0) >= (counts.get('session') ?? 0) ? 'model' : 'session'];
  const others = [...counts].filter(([source]) => source !== 'model' && source !== 'session');
  const [main] = others.toSorted(([, a], [, b]) => b - a);
  return headings[main?.[0] ?? 'popular'];
}

/** The line on a card, where it says more than the shelf's title does. */
export function reasonText({ reason }: Pick<RecommendedItem, 'reason'>): string | undefined {
  return reason.code === 'because-you-viewed' || reason.code === 'because-you-reviewed'
    ? reason.text
    : undefined;
}

/** The reason that all items share, to be said once above them. */
export function reasonOfAll({ items }: Pick<Recommendations, 'items'>): string | undefined {
  const [first, ...others] = items.map(reasonText);
  return others.length > 0 && others.every((reason) => reason === first) ? first : undefined;
}
