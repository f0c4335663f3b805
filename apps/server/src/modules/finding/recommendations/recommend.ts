/**
 * @file The steps of a recommendation: context -> candidates and rules -> spread -> hydrate -> present. The caller logs the exposures.
 */
import type { RecommendationContext, RecommendedItem, Signals } from '@kindred/contracts';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../../../platform/postgres/database.ts';
import type { ListedProducts, ListedProductsReader } from '../../../ports/listed-products.ts';
import type { CatalogEntry } from '../../catalogue/catalog/index.ts';
import { emptyHistory, entriesOf, findHistory, type History, type Shopper } from '../interactions/index.ts';
import { type ReadShelfRules, rulesOfShelf } from '../shelf-rules/index.ts';
import type { Arm, AssignArm } from './arm.ts';
import { hydrate, present } from './cards.ts';
import type { Floor } from './floor.ts';
import { findGroupedItems } from './item-repository.ts';
import { modelOfItems } from './model-of-items.ts';
import type { ShelfContext } from './policy.ts';
import { rank } from './rank.ts';
import type { SharedRankings } from './shared-rankings.ts';
import { type StageTimes, timeStages } from './stage-times.ts';
import { type WithinTime, withinTime } from './within-time.ts';

export interface RecommendDependencies {
  readonly db: Database;
  readonly listedProducts: ListedProductsReader;
  readonly assignArm: AssignArm;
  readonly readRules: ReadShelfRules;
  readonly readSignals: () => Promise<Signals>;
  readonly floor: Floor;
  readonly logger: FastifyBaseLogger;
  /** Reads the history of a known shopper. By default, from the database for each shelf. */
  readonly readHistory?: (shopper: Shopper) => Promise<History>;
  /** Reads cards. By default, from the database for each shelf. */
  readonly findCards?: (productIds: readonly number[]) => Promise<ReadonlyMap<number, CatalogEntry>>;
  /** Keeps the rankings that are the same for all. */
  readonly rankings?: SharedRankings;
  /** Called if a part of a shelf failed or was late. The shelf is made without it. */
  readonly onMissed?: (part: string) => void;
  /** Called with the time of each stage. */
  readonly onStage?: StageTimes;
  /** The time limit for each part. */
  readonly partMs?: number;
}

export interface RecommendRequest {
  readonly context: RecommendationContext;
  readonly shopper: Shopper;
  readonly productId: number | undefined;
  /** What the shelf should go with. Undefined for `cart`: the products in the shopper's cart. */
  readonly seeds?: readonly number[] | undefined;
  /** The slug of the category on whose page the shelf is. */
  readonly category?: string | undefined;
  /** Products elsewhere on the page. */
  readonly exclude?: readonly number[];
  /** The shopper's history, if it was read before. */
  readonly history?: History | undefined;
  /** Products that count as the last views, the newest first. By default, the stored views count. */
  readonly viewed?: readonly number[];
  readonly limit: number;
  /** The items on the previous pages, in order, each by any of its products. */
  readonly shown: readonly number[];
  /** The model that ranked the previous pages. If this node does not have it any more, the active model ranks. */
  readonly modelVersion?: string | undefined;
}

export interface RecommendedPage {
  readonly variant: string;
  readonly modelVersion: string | undefined;
  readonly items: RecommendedItem[];
  /** The items on the previous pages and on this one, in order. */
  readonly shown: readonly number[];
  readonly hasMore: boolean;
  /** Whether it shows what the policy avoids, because nothing else is for sale. */
  readonly isLastResort: boolean;
}

const usualPartMs = 200;
/** A shelf without the history may show what the person hid or bought, so it waits longer for the history than for other parts. */
const patience = 5;
/** A shelf whose items are all sold out is made again without them, until this many are known to be. */
const mostGone = 100;

export async function recommend(
  dependencies: RecommendDependencies,
  request: RecommendRequest,
): Promise<RecommendedPage> {
  const { listedProducts, logger, onMissed, partMs = usualPartMs } = dependencies;
  let missed = 0;
  const within = withinTime({
    ms: partMs,
    onMissed(part, error) {
      missed++;
      logger.warn({ err: error, part, slot: request.context }, 'a shelf was made without a part');
      onMissed?.(part);
    },
  });
  const countMissed = () => missed;
  const page = await makePage(dependencies, request, {
    products: await listedProducts.read(),
    within,
    countMissed,
  });
  if ((page.items.length > 0 && !page.isLastResort) || request.shown.length > 0) return page;
  // Something may have come into stock a moment ago.
  const products = await within('catalogue', listedProducts.catchUp, patience);
  return products ? makePage(dependencies, request, { products, within, countMissed }) : page;
}

async function makePage(
  dependencies: RecommendDependencies,
  request: RecommendRequest,
  {
    products,
    within,
    countMissed,
  }: { products: ListedProducts; within: WithinTime; countMissed: () => number },
): Promise<RecommendedPage> {
  const { context: slot, shopper, limit } = request;
  const { rankings, onStage } = dependencies;
  const ends = timeStages(onStage);
  const arm = dependencies.assignArm(shopper, request.modelVersion);
  const policy = arm.policies[slot];
  const itemOf = await itemsOfNamed(dependencies.db, request, { products, within });
  const shown = request.shown.map(itemOf);
  const elsewhere = (request.exclude ?? []).map(itemOf);

  const [context, rules = dependencies.readRules.last()] = await Promise.all([
    readContext(dependencies, { request, arm, products, itemOf, within }),
    within('rules', dependencies.readRules),
  ]);
  ends('history');
  const merchant = rulesOfShelf(rules, { slot, now: context.history.readAt, products });
  /** Sold out since the columns in memory were read. */
  const gone = new Set<number>();
  for (let avoids = true; ; ) {
    const options = { merchant, limit, shown, left: [...elsewhere, ...gone], avoids };
    const make = async () => {
      const missed = countMissed();
      const onGathered = () => ends('candidates');
      const ranking = await rank(policy, context, { ...options, within, onGathered });
      return { ranking, isWhole: countMissed() === missed };
    };
    const ranking = rankings
      ? await rankings.get({ slot, policy, context, options }, { products, rules }, make)
      : (await make()).ranking;
    ends('ranking');
    const cards = await hydrate(dependencies, { ranking, context, shown, limit, within });
    ends('cards');
    const wasEmptied = cards.shelf.length === 0 && ranking.explained.length > 0 && gone.size < mostGone;
    if (wasEmptied) for (const { itemId } of ranking.explained) gone.add(itemId);
    else if (cards.shelf.length === 0 && shown.length === 0 && avoids && policy.avoids.length > 0)
      avoids = false;
    else
      return {
        variant: arm.variant,
        modelVersion: arm.model?.version,
        items: present(cards, shown.length),
        shown: [...shown, ...cards.shelf.map(({ itemId }) => itemId)],
        isLastResort: !avoids,
        hasMore: !ranking.isLast && (ranking.found > cards.shelf.length || ranking.hasOthers),
      };
  }
}

type ItemOf = ListedProducts['itemOf'];

/** An order may name a product that has left the shop, while others of its group are still there: only the database knows their item. */
async function itemsOfNamed(
  db: Database,
  { shown, exclude = [], productId, seeds = [], viewed = [] }: RecommendRequest,
  { products, within }: { products: ListedProducts; within: WithinTime },
): Promise<ItemOf> {
  const named = [...shown, ...exclude, ...seeds, ...viewed, ...(productId === undefined ? [] : [productId])];
  const unlisted = named.filter((id) => !products.has(id));
  if (unlisted.length === 0) return products.itemOf;
  const grouped = await within('items', () => findGroupedItems(db, unlisted));
  return (id) => grouped?.get(id) ?? products.itemOf(id);
}

async function readContext(
  { db, readSignals, readHistory }: RecommendDependencies,
  {
    request: { context: slot, shopper, productId, viewed, seeds, category, history: read },
    arm: { model },
    products,
    itemOf,
    within,
  }: { request: RecommendRequest; arm: Arm; products: ListedProducts; itemOf: ItemOf; within: WithinTime },
): Promise<ShelfContext> {
  const isKnown = shopper.userId !== undefined || shopper.visitorId !== undefined;
  const stored =
    read ??
    (isKnown
      ? await within(
          'history',
          async () => readHistory?.(shopper) ?? findHistory(db, shopper, { signals: await readSignals() }),
          patience,
        )
      : undefined);
  const known = stored ?? emptyHistory(new Date());
  const history = viewed ? withViews(known, viewed, { itemOf, signals: await readSignals() }) : known;
  return {
    shopper,
    history: onlyListed(history, products),
    productId,
    itemId: productId === undefined ? undefined : itemOf(productId),
    seeds: seeds?.map(itemOf) ?? (slot === 'cart' ? history.inCart : []),
    category: category === undefined ? undefined : products.categoryOf(category),
    products,
    model: model && modelOfItems(model, products),
  };
}

/** The given views instead of the stored ones, the newest first. */
function withViews(
  history: History,
  viewed: readonly number[],
  { itemOf, signals }: { itemOf: ItemOf; signals: Signals },
): History {
  const { entries, readAt } = history;
  const views = viewed.map((productId) => ({
    itemId: itemOf(productId),
    productId,
    deed: 'viewed' as const,
    at: readAt,
  }));
  const others = entries.filter(({ deed }) => deed !== 'viewed');
  const seen = new Map<number, number>();
  for (const { itemId, productId } of views) if (!seen.has(itemId)) seen.set(itemId, productId);
  return { ...history, entries: entriesOf([...views, ...others], { readAt, signals }), seen };
}

/** Unlisted items still count as owned, but cannot be reasons. */
function onlyListed(history: History, products: ListedProducts): History {
  const listed = (items: ReadonlyMap<number, number>) =>
    new Map([...items].filter(([itemId]) => products.find(itemId) !== undefined));
  return {
    ...history,
    entries: history.entries.filter(({ itemId }) => products.find(itemId) !== undefined),
    seen: listed(history.seen),
  };
}
