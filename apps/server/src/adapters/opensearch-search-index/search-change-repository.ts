import { type Database, withTransaction } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';

/** How far an index has followed the changes of a database. */
export interface ChangePosition {
  /** Identifies the database, because a restored one has other transaction numbers. */
  readonly database: string;
  /** The transactions that were committed by then, as a PostgreSQL snapshot. */
  readonly snapshot: string;
  readonly readAt: string;
}

export interface ReadChanges {
  /** Undefined if any product may have changed. */
  readonly productIds: readonly number[] | undefined;
  readonly position: ChangePosition;
}

/** One day less than changes are kept. */
const keptDays = 6;

export async function readPosition(db: Database): Promise<ChangePosition> {
  const { rows } = await db.execute<{ database: string; snapshot: string; read_at: string }>(sql`
    select ${databaseIdentity} as database, pg_current_snapshot()::text as snapshot, now()::text as read_at`);
  const [row] = rows;
  return { database: row.database, snapshot: row.snapshot, readAt: new Date(row.read_at).toISOString() };
}

/** Reads what was committed since `last`. It reads each change once, however long its transaction took. */
export function readChanges(db: Database, last: ChangePosition): Promise<ReadChanges> {
  return withTransaction(
    db,
    async (tx) => {
      const { rows } = await tx.execute<{
        database: string;
        snapshot: string;
        read_at: string;
        follows: boolean;
      }>(sql`
        select ${databaseIdentity} as database, pg_current_snapshot()::text as snapshot, now()::text as read_at,
          ${last.readAt}::timestamptz > now() - make_interval(days => ${keptDays})
            and pg_snapshot_xmax(${last.snapshot}::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) as follows`);
      const [{ database, snapshot, read_at, follows }] = rows;
      const position = { database, snapshot, readAt: new Date(read_at).toISOString() };
      if (database !== last.database || !follows) return { productIds: undefined, position };
      const changes = await tx.execute<{ product_id: number }>(sql`
        select distinct product_id from search_changes
        where transaction_id >= pg_snapshot_xmin(${last.snapshot}::pg_snapshot)
          and not pg_visible_in_snapshot(transaction_id, ${last.snapshot}::pg_snapshot)
        order by product_id`);
      const productIds = changes.rows.map(({ product_id }) => product_id);
      return { productIds: productIds[0] === 0 ? undefined : productIds, position };
    },
    { isolationLevel: 'repeatable read', isReadOnly: true },
  );
}

/** After a restore to an earlier time or a failover, the timeline is another one, and changes may have been lost. */
const databaseIdentity = sql`concat_ws('/', (select system_identifier from pg_control_system()),
  (select timeline_id from pg_control_checkpoint()), (select oid from pg_database where datname = current_database()))`;
