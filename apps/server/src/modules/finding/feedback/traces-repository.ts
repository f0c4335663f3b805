/** @file What the shop stores about a person's use of it: views, clicks, shown recommendations. */
import type { Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { isAbout, isDoneBy, type Person } from './person.ts';

/** Deletes the person's views and clicks of an item. */
export async function deleteViews(tx: Transaction, person: Person, productId: number): Promise<void> {
  await tx.execute(sql`
    delete from events where ${isDoneBy(person)} and product_id in (
      select same.product_id from products p join products same
        on same.product_id = p.product_id or same.group_id = p.group_id
      where p.product_id = ${productId})`);
}

/** Deletes all views and clicks of the person. */
export async function deleteAllViews(tx: Transaction, person: Person): Promise<void> {
  await tx.execute(sql`delete from events where ${isDoneBy(person)} and kind in ('view', 'click')`);
}

/** Deletes all events and feedback of the person, and stores that nothing before now counts. */
export async function resetHistory(tx: Transaction, person: Person): Promise<void> {
  await deleteEvents(tx, person);
  await tx.execute(sql`delete from feedback where ${isAbout(person)}`);
  const [column, id] =
    person.kind === 'member'
      ? [sql`user_id`, sql`${person.userId}`]
      : [sql`visitor_id`, sql`${person.visitorId}::uuid`];
  await tx.execute(sql`insert into feedback (${column}, kind) values (${id}, 'reset')`);
}

/** Deletes everything by which the shop knows the person's taste, and takes the person out of what it showed them. */
export async function deleteTraces(tx: Transaction, person: Person): Promise<void> {
  await deleteEvents(tx, person);
  await tx.execute(sql`delete from feedback where ${isDoneBy(person)}`);
  await tx.execute(sql`update exposures set user_id = null, visitor_id = null where ${isDoneBy(person)}`);
  if (person.kind === 'visitor') return;
  for (const table of ['interactions', 'visitor_members'])
    await tx.execute(sql`delete from ${sql.identifier(table)} where user_id = ${person.userId}`);
}

async function deleteEvents(tx: Transaction, person: Person): Promise<void> {
  // A search has no owner but the events that name it.
  await tx.execute(sql`
    delete from searches where search_id in (
      select search_id from events where ${isDoneBy(person)} and search_id is not null)`);
  await tx.execute(sql`delete from events where ${isDoneBy(person)}`);
}

/** Stores a member's choice, and makes every node read it again. Returns false if the account does not exist. */
export async function storeOptOut(tx: Transaction, userId: string, isOptedOut: boolean): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update users set opted_out_at = case when ${isOptedOut} then coalesce(opted_out_at, now()) end
    where user_id = ${userId} and erased_at is null`);
  await tx.execute(sql`select pg_notify('kindred_sessions', ${userId})`);
  return rowCount > 0;
}
