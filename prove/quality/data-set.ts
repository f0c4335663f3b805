import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Interactions, InteractionsBuilder, type WeightedItem } from '@kindred/recommender';

interface Item {
  /** Its path of categories. */
  readonly kind: string;
  readonly brand: string;
}

/** Well rated reviews, split by time: what a model may learn, and what each person liked next. */
export interface DataSet {
  /** Of the two files. */
  readonly hash: string;
  readonly interactions: Interactions;
  readonly itemOf: (itemId: number) => Item;
  /** The items from the most liked to the least. */
  readonly popular: readonly number[];
  readonly people: readonly Person[];
}

export interface Person {
  readonly userId: string;
  /** The newest first, each weighing .95 of the one after it. */
  readonly history: readonly WeightedItem[];
  readonly known: ReadonlySet<number>;
  /** The first new item of the later part, if the model can know it. */
  readonly next: number | undefined;
}

type Row = Readonly<Record<string, unknown>>;

const least = 3;
const testShare = 0.1;
const longestHistory = 100;
const recency = 0.95;

/**
 * @param part `test`: the newest tenth, read once, at the end. `validation`: the newest tenth of what is older, for every choice
 * @throws Error when a file is missing
 */
export function readDataSet(meta: string, reviews: string, part: string): DataSet {
  const hash = createHash('sha256');
  const rowsOf = (file: string): Row[] => {
    const bytes = readFileSync(file);
    hash.update(bytes);
    const lines = gunzipSync(bytes).toString().split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
  };
  const items: Item[] = [];
  const idOf = new Map<string, number>();
  for (const row of rowsOf(meta)) {
    idOf.set(String(row.parent_asin ?? row.asin), items.length);
    const path = (row.categories ?? row.category ?? []) as string[];
    items.push({ kind: path.join(' > '), brand: String(row.store ?? row.brand) });
  }
  const liked = rowsOf(reviews)
    .map((row) => ({
      userId: String(row.user_id ?? row.reviewerID),
      itemId: idOf.get(String(row.parent_asin ?? row.asin)),
      at: Number(row.timestamp ?? Number(row.unixReviewTime) * 1_000),
      rating: Number(row.rating ?? row.overall),
    }))
    .filter(({ itemId, rating }) => itemId !== undefined && rating >= least)
    .map((like) => ({ ...like, itemId: like.itemId! }))
    .sort((a, b) => a.at - b.at);
  const cut = (end: number) => Math.floor(end * (1 - testShare));
  const end = part === 'test' ? liked.length : cut(liked.length);
  const past = liked.slice(0, cut(end));

  const builder = new InteractionsBuilder();
  const likes = new Map<number, number>();
  const itemsOf = new Map<string, number[]>();
  for (const { userId, itemId, at } of past) {
    builder.add(userId, itemId, at);
    likes.set(itemId, (likes.get(itemId) ?? 0) + 1);
    const before = itemsOf.get(userId) ?? [];
    itemsOf.set(userId, [itemId, ...before.filter((other) => other !== itemId)]);
  }
  const next = new Map<string, number>();
  for (const { userId, itemId } of liked.slice(past.length, end)) {
    const known = itemsOf.get(userId);
    if (known && likes.has(itemId) && !known.includes(itemId) && !next.has(userId)) next.set(userId, itemId);
  }
  return {
    hash: hash.digest('hex'),
    interactions: builder.build(),
    itemOf: (itemId) => items[itemId]!,
    popular: [...likes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([itemId]) => itemId),
    people: [...itemsOf].map(([userId, itemIds]) => ({
      userId,
      history: itemIds.slice(0, longestHistory).map((itemId, age) => ({ itemId, weight: recency ** age })),
      known: new Set(itemIds),
      next: next.get(userId),
    })),
  };
}
