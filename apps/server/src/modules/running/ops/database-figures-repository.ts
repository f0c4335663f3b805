import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

export interface DatabaseFigures {
  readonly bytes: number;
  readonly connections: Readonly<Record<string, number>>;
  readonly connectionsMax: number;
  /** 0 if none is open. */
  readonly longestTransactionSeconds: number;
  /** Null if nothing has been read yet. */
  readonly cacheHitRatio: number | null;
  /** The ten largest tables. */
  readonly tables: readonly { readonly name: string; readonly bytes: number; readonly deadRows: number }[];
  /** Null if this account may not read it; grant it pg_monitor. */
  readonly replicas: readonly {
    readonly name: string;
    readonly lagBytes: number | null;
    readonly lagSeconds: number | null;
  }[];
  readonly slots: readonly {
    readonly name: string;
    readonly isActive: boolean;
    readonly retainedBytes: number;
  }[];
  readonly archiveFailures: number;
  /** Seconds since 1970, or 0 if never. */
  readonly lastArchivedAt: number;
}

/** `PostgreSQL 18.4` */
export async function readServerVersion(db: Database): Promise<string> {
  const { rows } = await db.execute<{ server_version: string }>(sql`show server_version`);
  return `PostgreSQL ${rows[0].server_version}`;
}

export async function readDatabaseFigures(db: Database): Promise<DatabaseFigures> {
  const { rows } = await db.execute<{ figures: DatabaseFigures }>(sql`
    with place as (
      select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end as lsn
    ), sessions as (
      select coalesce(state, 'other') as state, datname = current_database() and pid <> pg_backend_pid() as is_ours, xact_start
      from pg_stat_activity where backend_type = 'client backend'
    ), largest as (
      select c.relname as name, sum(pg_total_relation_size(relid))::bigint as bytes, sum(n_dead_tup)::bigint as "deadRows"
      from pg_stat_user_tables t join pg_class c on c.oid = coalesce(pg_partition_root(relid), relid)
      where schemaname in ('public', 'partitions') group by c.oid, c.relname order by bytes desc limit 10
    ), replicas as (
      select coalesce(nullif(application_name, ''), 'replica') || case when count(*) over (partition by application_name) > 1
          then ' ' || coalesce(host(client_addr), '') || ' ' || pid else '' end as name,
        greatest(0, pg_wal_lsn_diff(lsn, replay_lsn)) as "lagBytes",
        case when replay_lsn is not null then coalesce(extract(epoch from replay_lag), 0) end as "lagSeconds"
      from pg_stat_replication, place
    ), slots as (
      select slot_name as name, active as "isActive", greatest(0, pg_wal_lsn_diff(lsn, restart_lsn)) as "retainedBytes"
      from pg_replication_slots, place where restart_lsn is not null
    )
    select json_build_object(
      'bytes', pg_database_size(current_database()),
      'connections', (select json_object_agg(state, n) from (select state, count(*) as n from sessions group by state) s),
      'connectionsMax', current_setting('max_connections')::int,
      'longestTransactionSeconds',
        (select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0) from sessions where is_ours),
      'cacheHitRatio', (select blks_hit::float8 / nullif(blks_hit + blks_read, 0) from pg_stat_database
        where datname = current_database()),
      'tables', (select coalesce(json_agg(largest), '[]') from largest),
      'replicas', (select coalesce(json_agg(replicas), '[]') from replicas),
      'slots', (select coalesce(json_agg(slots), '[]') from slots),
      'archiveFailures', (select failed_count from pg_stat_archiver),
      'lastArchivedAt', (select coalesce(extract(epoch from last_archived_time), 0) from pg_stat_archiver)
    ) as figures`);
  return rows[0]!.figures;
}

export interface SlowStatement {
  readonly query: string;
  readonly calls: number;
  readonly mean_ms: number;
}

/** Returns the most expensive statements, without their values. Returns undefined if pg_stat_statements is missing or this account may not read it. */
export async function findSlowStatements(db: Database, limit = 5): Promise<SlowStatement[] | undefined> {
  const { rows: found } = await db.execute<{ schema: string | null }>(sql`
    select quote_ident(n.nspname) as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace
    where e.extname = 'pg_stat_statements'`);
  const schema = found[0]?.schema;
  if (!schema) return undefined;
  try {
    return await withTransaction(db, async (tx) => {
      await tx.execute(sql`select set_config('search_path', ${schema}, true)`);
      const { rows } = await tx.execute<SlowStatement>(sql`
      select left(regexp_replace(query, '\\s+', ' ', 'g'), 300) as query, calls::int, round(mean_exec_time::numeric, 1)::float8 as mean_ms
      from pg_stat_statements
      where dbid = (select oid from pg_database where datname = current_database())
      order by total_exec_time desc limit ${limit}`);
      return rows;
    });
  } catch {
    // The extension exists, but its library is not loaded.
    return undefined;
  }
}
