/**
 * @file How a recommendation is made: context -> candidates and rules -> spread -> hydrate -> present. The caller logs what it shows.
 */
import type { RecommendationContext, RecommendedItem } from '@kindred/contracts';
import { type Candidate, type CandidateReason, diversify } from '@kindred/recommender';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../../../platform/postgres/database.ts';
import type { ListedProducts, ListedProductsReader } from '../../../ports/listed-products.ts';
import { type CatalogEntry, findEntries } from '../../catalogue/catalog/index.ts';
import { emptyHistory, findHistory, type Shopper } from '../interactions/index.ts';
import type { Arm, AssignArm } from './arm.ts';
import type { Floor } from './floor.ts';
import { gather, type Proposed } from './gather.ts';
import type { Policy, ShelfContext } from './policy.ts';
import { reasonOf } from './reason.ts';
import { type WithinTime, withinTime } from './within-time.ts';

export interface RecommendDependencies {
  readonly db: Database;
  readonly listedProducts: ListedProductsReader;
  readonly assignArm: AssignArm;
  readonly floor: Floor;
  readonly logger: FastifyBaseLogger;
  /** A part of a shelf failed, or was not there in time; the shelf does without it. */
  readonly onMissed?: (part: string) => void;
  /** How long each part may take. */
  readonly partMs?: number;
}

export interface RecommendRequest {
  readonly context: RecommendationContext;
  readonly shopper: Shopper;
  readonly productId: number | undefined;
  /** Taken for what they looked at last, the newest first. Left out: what is stored. */
  readonly viewed?: readonly number[];
  readonly limit: number;
  /** On the pages before, in order. */
  readonly shown: readonly number[];
}

export interface RecommendedPage {
  readonly variant: string;
  readonly modelVersion: string | undefined;
  readonly items: RecommendedItem[];
  readonly hasMore: boolean;
}

const usualPartMs = 200;
/** Of those chosen, some may have been sold or taken from the shop a moment ago. */
const spare = 4;

export async function recommend(
  dependencies: RecommendDependencies,
  request: RecommendRequest,
): Promise<RecommendedPage> {
  const { assignArm, listedProducts, logger, onMissed, partMs = usualPartMs } = dependencies;
  const { context: slot, shopper, shown, limit } = request;
  const within = withinTime({
    ms: partMs,
    onMissed(part, error) {
      logger.warn({ err: error, part, slot }, 'a shelf does without a part');
      onMissed?.(part);
    },
  });
  const arm = assignArm(shopper);
  const policy = arm.policies[slot];
  const products = await listedProducts.read();
  const enough = limit + spare + 1;

  const context = await readContext(dependencies, { request, arm, policy, products, within });
  const { candidates, hasOthers } = await gather(policy, context, { shown, limit, enough, within });
  const ranked = diversify(candidates, {
    groupsOf: (itemId) => kindsOf(products, itemId),
    ...policy.spread,
    after: shown,
    take: enough,
  });
  const cards = await hydrate(dependencies, { ranked, context, request, within });
  return {
    variant: arm.variant,
    modelVersion: arm.model?.version,
    items: present(cards, request),
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
  const history = { ...(stored ?? emptyHistory(new Date())), ...(viewed && { seen: viewed }) };
  return { shopper, history: onlyListed(history, products), productId, products, model };
}

/** What is no longer in the shop still says what somebody owns, and is no reason for anything. */
function onlyListed(history: ShelfContext['history'], products: ListedProducts): ShelfContext['history'] {
  const isListed = (productId: number) => products.find(productId) !== undefined;
  return { ...history, seen: history.seen.filter(isListed), liked: history.liked.filter(isListed) };
}

/** Keys of different kinds do not meet: one is a number, the other a text. */
export function kindsOf(products: ListedProducts, itemId: number): (number | string)[] {
  const { categoryId, brand } = products.find(itemId) ?? { categoryId: null, brand: null };
  return [categoryId, brand].filter((kind) => kind !== null);
}

/** A candidate, and why it is shown. */
export interface Explained extends Candidate {
  readonly reason: CandidateReason;
}

interface Cards {
  readonly shelf: readonly Explained[];
  readonly entries: ReadonlyMap<number, CatalogEntry>;
}

/** Loads what is shown and what its reasons name, and nothing else. Where the database is late, the floor has its own cards. */
async function hydrate(
  { db, floor }: RecommendDependencies,
  {
    ranked,
    context,
    request: { shown, limit },
    within,
  }: {
    ranked: readonly Proposed[];
    context: ShelfContext;
    request: RecommendRequest;
    within: WithinTime;
  },
): Promise<Cards> {
  const explained = ranked.map(({ proposals, ...candidate }) => ({
    ...candidate,
    reason: proposals.explain(candidate.itemId),
  }));
  const wanted = new Set(explained.flatMap(({ itemId, reason }) => [itemId, reason.itemId ?? itemId]));
  const entries = await within('cards', () => findEntries(db, [...wanted]));
  if (!entries) return floor.cards({ context, shown, limit });
  floor.keepWarm(context.products);
  const shelf = explained.filter(({ itemId }) => isForSale(entries.get(itemId)));
  return { shelf: shelf.slice(0, limit), entries };
}

function isForSale(entry: CatalogEntry | undefined): boolean {
  return entry?.product.availability === 'in-stock' || entry?.product.availability === 'low-stock';
}

function present({ shelf, entries }: Cards, { shown }: RecommendRequest): RecommendedItem[] {
  return shelf.map(({ itemId, score, source, reason }, index) => ({
    product: entries.get(itemId)!.product,
    score,
    source,
    reason: reasonOf(reason, (id) => entries.get(id)?.product.title),
    position: shown.length + index + 1,
  }));
}
