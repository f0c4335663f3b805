import { sql } from 'drizzle-orm';
import type { Database } from '../../platform/postgres/database.ts';

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
}

export async function inspectShop(db: Database): Promise<ShopInspection> {
  const { rows } = await db.execute<ShopInspection & Record<string, unknown>>(sql`
    select 'PostgreSQL ' || current_setting('server_version') as database,
      (select count(*)::int from users) as users,
      (select count(*)::int from products where is_listed) as listed_products,
      (select count(*)::int from products where not is_listed) as stub_products,
      (select count(*)::int from reviews) as reviews,
      (select count(*)::int from events) as events,
      (select count(*)::int from exposures) as exposures,
      (select model_version from models where status = 'active') as active_model,
      (select count(*)::int from import_checkpoints where finished_at is null) as unfinished_imports`);
  return rows[0];
}
