import type { ViewedList, ViewedQuery } from '@kindred/contracts';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { findEntries } from '../../catalogue/catalog/index.ts';
import { changePerson } from './change-person.ts';
import type { Person } from './person.ts';
import { deleteAllViews, deleteViews } from './traces-repository.ts';
import { findViewed } from './viewed-repository.ts';

/** @throws ProblemError `invalid-cursor` */
export async function listViewed(
  db: Database,
  person: Person,
  { limit = 24, exclude = '', cursor }: ViewedQuery,
): Promise<ViewedList> {
  const found = await findViewed(db, person, {
    limit: limit + 1,
    before: cursor === undefined ? undefined : String(decodeCursor(cursor, ['int8'])[0]),
    exclude: exclude.split(',').filter(Boolean).map(Number),
  });
  const page = found.slice(0, limit);
  const entries = await findEntries(
    db,
    page.map(({ product_id }) => product_id),
  );
  return {
    items: page.flatMap(({ product_id, viewed_at }) => {
      const product = entries.get(product_id)?.product;
      return product ? { product, viewed_at } : [];
    }),
    next_cursor: found.length > limit ? encodeCursor([page.at(-1)!.event_id]) : null,
  };
}

/** @throws ProblemError `account-gone` */
export async function forgetViewed(db: Database, person: Person, productId: number): Promise<void> {
  await changePerson(db, person, (tx) => deleteViews(tx, person, productId));
}

/** @throws ProblemError `account-gone` */
export async function forgetAllViewed(db: Database, person: Person): Promise<void> {
  await changePerson(db, person, (tx) => deleteAllViews(tx, person));
}
