/**
 * @file Keeps columns, categories and synonyms equal to the database. Each reading covers the changes of all transactions since the
 * oldest one that was unfinished at the previous reading. So the next reading sees a transaction that ends late; reading a product
 * twice does no harm.
 */
import type { Logger } from 'pino';
import type { Database, Transaction } from '../../platform/postgres/database.ts';
import type { Notifications } from '../../platform/postgres/notifications.ts';
import { searchChangesChannel, searchSynonymsChannel } from '../search-reading/search-words-repository.ts';
import { readSynonyms } from '../search-reading/synonym-repository.ts';
import { CatalogColumns } from './catalog-columns.ts';
import {
  type ChangePosition,
  inSnapshot,
  readCategories,
  readChanges,
  readProducts,
  readProductsOf,
} from './catalog-columns-repository.ts';
import { type CategoryTree, createCategoryTree } from './category-tree.ts';

/** The data from which searches are answered. */
export interface Catalog {
  readonly columns: CatalogColumns;
  readonly tree: CategoryTree;
  readonly synonyms: readonly (readonly string[])[];
  /** Changes when the groups of synonyms change. */
  readonly synonymsVersion: number;
}

export interface CatalogFollower {
  /** The first call reads everything; later calls return the current state without reading. */
  catalog(): Promise<Catalog>;
  /** Resolves when everything that was committed before the call is in the catalogue. */
  catchUp(): Promise<Catalog>;
  /** When readings began to fail; undefined while they succeed. */
  readonly failingSince: Date | undefined;
  close(): Promise<void>;
}

/** How long a reading waits for more changes, because changes come in bursts. */
const gatherMs = 100;
/** How often everything is checked anyway, because categories change without a notification. */
const rereadMs = 30_000;
/** Shorter than the time for which changes are kept. */
const oldestReadingMs = 6 * 86_400_000;
/** If there are more changes than this, and than a third of the products, everything is read again. */
const fewChanges = 10_000;

/** False if the changes in between may be purged, or in another cluster, whose transaction numbers are unrelated. */
export const goesOnFrom = (point: ChangePosition, now: ChangePosition): boolean =>
  now.xmin >= point.xmin && +now.at - +point.at < oldestReadingMs;

export function createCatalogFollower({
  db,
  notifications,
  logger,
}: {
  db: Database;
  notifications: Pick<Notifications, 'subscribe'>;
  logger: Pick<Logger, 'error'>;
}): CatalogFollower {
  let current: Catalog | undefined;
  let point: ChangePosition | undefined;
  let running: Promise<Catalog> | undefined;
  let waiting: Promise<Catalog> | undefined;
  let gathering: NodeJS.Timeout | undefined;
  let failingSince: Date | undefined;
  let isClosed = false;

  async function readAnew(tx: Transaction): Promise<CatalogColumns> {
    const columns = new CatalogColumns();
    // Drops the matches of all texts.
    columns.textVersion = (current?.columns.textVersion ?? 0) + 1;
    for await (const rows of readProducts(tx)) for (const row of rows) columns.put(row);
    return columns;
  }

  async function follow(tx: Transaction, columns: CatalogColumns, since: bigint): Promise<CatalogColumns> {
    const ids = await readChanges(tx, since);
    const isMost = ids.length > fewChanges && ids.length > columns.length / 3;
    if (ids.includes(0) || isMost) return readAnew(tx);
    const changes = new Map(
      ids.map((id) => [id, undefined as Awaited<ReturnType<typeof readProductsOf>>[0] | undefined]),
    );
    for (let from = 0; from < ids.length; from += fewChanges)
      for (const row of await readProductsOf(tx, ids.slice(from, from + fewChanges)))
        changes.set(row.productId, row);
    // Nothing is awaited from here on, so a search sees all of a reading or none of it.
    for (const [productId, row] of changes) {
      if (row) columns.put(row);
      else columns.remove(productId);
    }
    return columns;
  }

  function read(): Promise<Catalog> {
    return inSnapshot(db, async (tx, now) => {
      const tree = createCategoryTree(await readCategories(tx));
      const synonyms = await readSynonyms(tx);
      const columns =
        current && point && goesOnFrom(point, now)
          ? await follow(tx, current.columns, point.xmin)
          : await readAnew(tx);
      const isSame = JSON.stringify(synonyms) === JSON.stringify(current?.synonyms);
      point = now;
      current = {
        columns,
        tree,
        synonyms,
        synonymsVersion: (current?.synonymsVersion ?? 0) + (isSame ? 0 : 1),
      };
      return current;
    });
  }

  function start(): Promise<Catalog> {
    running = read()
      .then(
        (catalog) => {
          failingSince = undefined;
          return catalog;
        },
        (error: unknown) => {
          failingSince ??= new Date();
          throw error;
        },
      )
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  /** A reading that began before the call may have missed the caller's change, so another one follows it. */
  function catchUp(): Promise<Catalog> {
    if (!running) return start();
    waiting ??= running
      .catch(() => undefined)
      .then(() => {
        waiting = undefined;
        return start();
      });
    return waiting;
  }

  function catchUpLater(): void {
    // Before the first reading, there is nothing to keep up to date. A change during the first reading may be too late for it.
    if (isClosed || gathering || !(point || running)) return;
    gathering = setTimeout(() => {
      gathering = undefined;
      catchUp().catch((error: unknown) => {
        if (!isClosed) logger.error({ err: error }, 'search could not follow the catalogue');
      });
    }, gatherMs);
    gathering.unref();
  }

  for (const channel of [searchChangesChannel, searchSynonymsChannel])
    notifications.subscribe(channel, catchUpLater);
  const rereading = setInterval(catchUpLater, rereadMs);
  rereading.unref();

  return {
    catalog: async () => current ?? running ?? start(),
    catchUp,
    get failingSince() {
      return failingSince;
    },
    async close() {
      isClosed = true;
      clearTimeout(gathering);
      clearInterval(rereading);
      await waiting?.catch(() => undefined);
      await running?.catch(() => undefined);
    },
  };
}
