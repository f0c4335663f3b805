/**
 * @file Keeps columns, categories and synonyms as the database has them. A reading takes what transactions from the oldest unfinished one
 * of the reading before have changed: one that ends late is seen by the next reading, and to read a product twice does no harm.
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

/** What searches are answered from. */
export interface Catalog {
  readonly columns: CatalogColumns;
  readonly tree: CategoryTree;
  readonly synonyms: readonly (readonly string[])[];
  /** Another number when the groups of synonyms are others. */
  readonly synonymsVersion: number;
}

export interface CatalogFollower {
  /** The first call reads everything; later ones give what there is. */
  catalog(): Promise<Catalog>;
  /** Everything that was committed before the call is in the catalogue afterwards. */
  catchUp(): Promise<Catalog>;
  /** When readings began to fail; undefined while they succeed. */
  readonly failingSince: Date | undefined;
  close(): Promise<void>;
}

/** Changes come in bursts: a reading waits that long for more of them. */
const gatherMs = 100;
/** Categories change without a notice. */
const rereadMs = 30_000;
/** Less than a job keeps changes for. */
const oldestReadingMs = 6 * 86_400_000;
/** More changes than that, and than a third of the products: everything is read anew. */
const fewChanges = 10_000;

/** Not when changes of the time between are purged, nor in another cluster, whose transactions count from elsewhere. */
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
    // Texts that were matched before count for nothing.
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
    // Nothing is awaited from here on: a search sees all of a reading or nothing of it.
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

  /** A reading that began before the call may have missed what the caller means: another one follows it. */
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
    // Whoever has not been asked yet has nothing to keep up with. The first reading may have begun before the change.
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
