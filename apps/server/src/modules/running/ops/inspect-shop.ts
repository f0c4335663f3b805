import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { readDatabaseFigures } from './database-figures-repository.ts';

export interface ShopInspection {
  readonly database: string;
  readonly users: number;
  readonly listed_products: number;
  readonly stub_products: number;
  readonly reviews: number;
  readonly events: number;
  readonly exposures: number;
  readonly active_model: string | null;
  readonly unfinished_imports: number;
  readonly database_bytes: number;
  readonly largest_table: string | null;
  readonly connections: string;
  readonly cache_hit_ratio: number | null;
  readonly longest_transaction_seconds: number;
  /** The lag of the replica that is furthest behind. */
  readonly replica_lag_bytes: number | null;
  readonly last_good_backup: string | null;
  readonly last_good_backup_file: string | null;
  /** The number since the last good backup. */
  readonly failed_backups: number;
}

export async function inspectShop(db: Database): Promise<ShopInspection> {
  const figures = await readDatabaseFigures(db);
  const inUse = Object.values(figures.connections).reduce((sum, count) => sum + count, 0);
  const lags = figures.replicas.flatMap(({ lagBytes }) => lagBytes ?? []);
  const ofServer = {
    database_bytes: figures.bytes,
    largest_table: figures.tables[0]?.name ?? null,
    connections: `${inUse} of ${figures.connectionsMax}`,
    cache_hit_ratio: figures.cacheHitRatio && Number(figures.cacheHitRatio.toFixed(4)),
    longest_transaction_seconds: Math.round(figures.longestTransactionSeconds),
    replica_lag_bytes: lags.length === 0 ? null : Math.max(...lags),
  };
  const { rows } = await db.execute<Omit<ShopInspection, keyof typeof ofServer>>(sql`
    with good as (select * from backups where state = 'done' order by started_at desc limit 1)
    select 'PostgreSQL ' || current_setting('server_version') as database,
      (select count(*)::int from users) as users,
      (select count(*)::int from products where is_listed) as listed_products,
      (select count(*)::int from products where not is_listed) as stub_products,
      (select count(*)::int from reviews) as reviews,
      (select count(*)::int from events) as events,
      (select coalesce(sum(cardinality(product_ids)), 0)::int from exposures) as exposures,
      (select model_version from models where status = 'active') as active_model,
      (select count(*)::int from import_checkpoints where finished_at is null) as unfinished_imports,
      (select to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from good) as last_good_backup,
      (select file from good) as last_good_backup_file,
      (select count(*)::int from backups
        where state = 'failed' and started_at > coalesce((select started_at from good), '-infinity')) as failed_backups`);
  return { ...rows[0]!, ...ofServer };
}
