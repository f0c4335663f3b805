import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

/** Makes the next months' partitions of exposures and events, and drops those that are older than the shop keeps. */
export async function keepMonths(
  db: Database,
  { retentionMonths }: { retentionMonths: number },
): Promise<void> {
  await withTransaction(db, async (tx) => {
    // Shoppers wait for its locks, so it gives up soon and tries again later.
    await tx.execute(sql`set local lock_timeout = '3s'`);
    await tx.execute(sql`set local statement_timeout = '10min'`);
    await tx.execute(sql`select make_month_partitions()`);
  });
  await withTransaction(db, async (tx) => {
    await tx.execute(sql`set local lock_timeout = '3s'`);
    await tx.execute(sql`select drop_month_partitions(${retentionMonths})`);
  });
}

/** A browser sends an event again within minutes, or when it is opened again. */
const receivedDays = 7;

/** Longer than the longest attribution window. */
const memberDays = 100;

export async function purgeOldIds(db: Database): Promise<void> {
  await db.execute(
    sql`delete from received_events where received_at < now() - make_interval(days => ${receivedDays})`,
  );
  await db.execute(
    sql`delete from visitor_members where logged_in_at < now() - make_interval(days => ${memberDays})`,
  );
}
