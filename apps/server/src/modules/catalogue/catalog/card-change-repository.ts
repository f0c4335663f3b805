import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

/** Above this, reading the changed products one by one is no gain. */
const mostChanges = 1_000;

export interface CardChanges {
  /** Undefined if any card may have changed. */
  readonly changed: readonly number[] | undefined;
  /** The transactions that were committed by then, as PostgreSQL writes them. */
  readonly snapshot: string;
}

/** Reads whose cards changed in transactions that were not committed in an earlier snapshot. */
export async function readCardChanges(db: Database, since: string | undefined): Promise<CardChanges> {
  const { rows } = await db.execute<{ changed: number[]; snapshot: string; is_older: boolean }>(
    sql`
      with last as (select coalesce(${since ?? null}::text::pg_snapshot, pg_current_snapshot()) as snapshot)
      select pg_current_snapshot()::text as snapshot, array(
        select product_id from card_changes
        where transaction_id >= pg_snapshot_xmin(last.snapshot) and not pg_visible_in_snapshot(transaction_id, last.snapshot)
        limit ${mostChanges + 1}) as changed, pg_snapshot_xmin(pg_current_snapshot()) < pg_snapshot_xmin(last.snapshot) as is_older
      from last`,
    { keepsPlan: true },
  );
  const [{ changed, snapshot, is_older }] = rows;
  // A server that took over from another one may have lost its last transactions.
  const isAll = since === undefined || is_older || changed.length > mostChanges || changed.includes(0);
  return { changed: isAll ? undefined : changed, snapshot };
}

/** @param hours longer than any node keeps a snapshot without asking */
export async function purgeCardChanges(db: Database, hours: number): Promise<void> {
  await db.execute(sql`delete from card_changes where changed_at < now() - make_interval(hours => ${hours})`);
}
