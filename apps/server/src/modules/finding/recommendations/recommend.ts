/**
 * @file The steps of a recommendation: context -> candidates and rules -> spread -> hydrate -> present. The caller logs the exposures.
 */
import type { RecommendationContext, RecommendedItem } from '@kindred/contracts';
import { type Candidate, diversify } from '@kindred/recommender';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../../../platform/postgres/database.ts';
import type { ListedProducts, ListedProductsReader } from '../../../ports/listed-products.ts';
import { type CatalogEntry, findEntries } from '../../catalogue/catalog/index.ts';
import { emptyHistory, findHistory, type History, type Shopper } from '../interactions/index.ts';
import type { Arm, AssignArm } from './arm.ts';
import type { Floor } from './floor.ts';
import { gather, type Proposed } from './gather.ts';
import { modelOfItems } from './model-of-items.ts';
import type { Policy, Reason, ShelfContext } from './policy.ts';
import { reasonOf } from './reason.ts';
import { type WithinTime, withinTime } from './within-time.ts';

export interface RecommendDependencies {
  readonly db: Database;
  readonly listedProducts: ListedProductsReader;
  readonly assignArm: AssignArm;
  readonly floor: Floor;
  readonly logger: FastifyBaseLogger;
  /** Called if a part of a shelf failed or was late. The shelf is made without it. */
  readonly onMissed?: (part: string) => void;
  /** The time limit for each part. */
  readonly partMs?: number;
}

export interface RecommendRequest {
  readonly context: RecommendationContext;
  readonly shopper: Shopper;
  readonly productId: number | undefined;
  /** Products that count as the last views, the newest first. By default, the stored views count. */
  readonly viewed?: readonly number[];
  readonly limit: number;
  /** The items on the previous pages, in order, each by any of its products. */
  readonly shown: readonly number[];
}

export interface RecommendedPage {
  readonly variant: string;
  readonly modelVersion: string | undefined;
  readonly items: RecommendedItem[];
  /** The items on the previous pages and on this one, in order. */
  readonly shown: readonly number[];
  readonly hasMore: boolean;
}

const usualPartMs = 200;
/** Extra items, because some may have been sold out or unlisted a moment ago. */
const spare = 4;

export async function recommend(
  dependencies: RecommendDependencies,
  request: RecommendRequest,
): Promise<RecommendedPage> {
  const { assignArm, listedProducts, logger, onMissed, partMs = usualPartMs } = dependencies;
  const { context: slot, shopper, limit } = request;
  const within = withinTime({
    ms: partMs,
    onMissed(part, error) {
      logger.warn({ err: error, part, slot }, 'a shelf was made without a part');
      onMissed?.(part);
    },
  });
  const arm = assignArm(shopper);
  const policy = arm.policies[slot];
  const products = await listedProducts.read();
  const shown = request.shown.map(products.itemOf);
  const enough = limit + spare + 1;

  const context = await readContext(dependencies, { request, arm, policy, products, within });
  const { candidates, hasOthers } = await gather(policy, context, { shown, limit, enough, within });
  const ranked = diversify(candidates, {
    groupsOf: (itemId) => kindsOf(products, itemId),
    ...policy.spread,
    after: shown,
    take: enough,
  });
  const cards = await hydrate(dependencies, { ranked, context, shown, limit, within });
  return {
    variant: arm.variant,
    modelVersion: arm.model?.version,
    items: present(cards, shown.length),
    shown: [...shown, ...cards.shelf.map(({ itemId }) => itemId)],
    hasMore: candidates.length > cards.shelf.length || hasOthers,
  };
}

async function readContext(
  { db }: RecommendDependencies,
  {
    request: { shopper, productId, viewed },
    arm: { model },
    policy,
    products,
    within,
  }: { request: RecommendRequest; arm: Arm; policy: Policy; products: ListedProducts; within: WithinTime },
): Promise<ShelfContext> {
  const isKnown = shopper.userId !== undefined || shopper.visitorId !== undefined;
  const stored =
    policy.isPersonal && isKnown ? await within('history', () => findHistory(db, shopper)) : undefined;
  const history = {
    ...(stored ?? emptyHistory(new Date())),
    ...(viewed && { seen: seenOf(viewed, products) }),
  };
  return {
    shopper,
    history: onlyListed(history, products),
    productId,
    itemId: productId === undefined ? undefined : products.itemOf(productId),
    products,
    model: model && modelOfItems(model, products),
  };
}

function seenOf(viewed: readonly number[], products: ListedProducts): History['seen'] {
  const seen = new Map<number, number>();
  for (const productId of viewed) {
    const itemId = products.itemOf(productId);
    if (!seen.has(itemId)) seen.set(itemId, productId);
  }
  return seen;
}

/** Unlisted items still count as owned, but cannot be reasons. */
function onlyListed(history: History, products: ListedProducts): History {
  const listed = (items: ReadonlyMap<number, number>) =>
    new Map([...items].filter(([itemId]) => products.find(itemId) !== undefined));
  return { ...history, seen: listed(history.seen), liked: listed(history.liked) };
}

/** The keys of categories and brands never collide, because one is a number and the other a text. */
export function kindsOf(products: ListedProducts, itemId: number): (number | string)[] {
  const { categoryId, brand } = products.find(itemId) ?? { categoryId: null, brand: null };
  return [categoryId, brand].filter((kind) => kind !== null);
}

/** A candidate with the product that is shown and the reason. */
export interface Explained extends Candidate {
  readonly productId: number;
  readonly reason: Reason;
}

interface Cards {
  readonly shelf: readonly Explained[];
  /** By product id. */
  readonly entries: ReadonlyMap<number, CatalogEntry>;
}

/** Loads only the shown products and those that reasons name. If the database is late, the floor provides its own cards. */
async function hydrate(
  { db, floor }: RecommendDependencies,
  {
    ranked,
    context,
    shown,
    limit,
    within,
  }: {
    ranked: readonly Proposed[];
    context: ShelfContext;
    shown: readonly number[];
    limit: number;
    within: WithinTime;
  },
): Promise<Cards> {
  const explained = ranked.flatMap(({ proposals, proposedAs, ...candidate }) => {
    const item = context.products.find(candidate.itemId);
    return item ? { ...candidate, productId: item.productId, reason: proposals.explain(proposedAs) } : [];
  });
  const wanted = new Set(
    explained.flatMap(({ productId, reason }) => [productId, reason.productId ?? productId]),
  );
  const entries = await within('cards', () => findEntries(db, [...wanted]));
  if (!entries) return floor.cards({ context, shown, limit });
  floor.keepWarm(context.products);
  const shelf = explained.filter(({ productId }) => isForSale(entries.get(productId)));
  return { shelf: shelf.slice(0, limit), entries };
}

function isForSale(entry: CatalogEntry | undefined): boolean {
  return entry?.product.availability === 'in-stock' || entry?.product.availability === 'low-stock';
}

function present({ shelf, entries }: Cards, before: number): RecommendedItem[] {
  return shelf.map(({ productId, score, source, reason }, index) => ({
    product: entries.get(productId)!.product,
    score,
    source,
    reason: reasonOf(reason, (id) => entries.get(id)?.product.title),
    position: before + index + 1,
  }));
}
