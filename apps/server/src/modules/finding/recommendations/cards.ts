import type { RecommendedItem } from '@kindred/contracts';
import type { Candidate } from '@kindred/recommender';
import { type CatalogEntry, findEntries } from '../../catalogue/catalog/index.ts';
import type { Proposed } from './gather.ts';
import type { Reason, ShelfContext } from './policy.ts';
import type { Ranking } from './rank.ts';
import { reasonOf } from './reason.ts';
import type { RecommendDependencies } from './recommend.ts';
import type { WithinTime } from './within-time.ts';

/** A candidate with the product that is shown and the reason. */
export interface Explained extends Candidate {
  readonly productId: number;
  readonly reason: Reason;
}

export interface Cards {
  readonly shelf: readonly Explained[];
  /** By product id. */
  readonly entries: ReadonlyMap<number, CatalogEntry>;
}

/** Chooses the product that each item shows, and its reason. */
export function explain(ranked: readonly Proposed[], { products }: ShelfContext): Explained[] {
  return ranked.flatMap(({ proposals, proposedAs, ...candidate }) => {
    const item = products.find(candidate.itemId);
    return item ? { ...candidate, productId: item.productId, reason: proposals.explain(proposedAs) } : [];
  });
}

/** The cards of a page. Loads only the shown products and those that reasons name. If the database is late, the floor provides its own cards. */
export async function hydrate(
  {
    db,
    floor,
    findCards = (productIds) => findEntries(db, productIds),
  }: Pick<RecommendDependencies, 'db' | 'findCards' | 'floor'>,
  {
    ranking: { explained, pinned, sieve },
    context,
    shown,
    limit,
    within,
  }: {
    ranking: Pick<Ranking, 'explained' | 'pinned' | 'sieve'>;
    context: ShelfContext;
    shown: readonly number[];
    limit: number;
    within: WithinTime;
  },
): Promise<Cards> {
  const pins = [...pinned].flatMap(([position, itemId]) => {
    const productId = context.products.find(itemId)?.productId;
    return productId === undefined ? [] : { position, itemId, productId };
  });
  const wanted = new Set([
    ...explained.flatMap(({ productId, reason }) => [productId, reason.productId ?? productId]),
    ...pins.map(({ productId }) => productId),
  ]);
  const entries = await within('cards', () => findCards([...wanted]));
  if (!entries) return floor.cards({ context, sieve, limit });
  floor.keepWarm(context.products);
  const shelf = explained.filter(({ productId }) => isForSale(entries.get(productId))).slice(0, limit);
  for (const { position, ...pin } of pins.sort((a, b) => a.position - b.position))
    if (isForSale(entries.get(pin.productId)))
      shelf.splice(position - shown.length - 1, 0, {
        ...pin,
        score: 1,
        source: 'pin',
        reason: pickedByTheShop,
      });
  return { shelf: shelf.slice(0, limit), entries };
}

const pickedByTheShop: Reason = { code: 'picked-by-the-shop', text: 'Picked by the shop' };

function isForSale(entry: CatalogEntry | undefined): boolean {
  return entry?.product.availability === 'in-stock' || entry?.product.availability === 'low-stock';
}

export function present({ shelf, entries }: Cards, before: number): RecommendedItem[] {
  return shelf.map(({ productId, score, source, reason }, index) => ({
    product: entries.get(productId)!.product,
    score,
    source,
    reason: reasonOf(reason, (id) => entries.get(id)?.product.title),
    position: before + index + 1,
  }));
}
