import type { ShopPageContent, ShopPageSlug } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { ShopSettings, WrittenPage } from './shop.ts';

export async function findSettings(db: Database | Transaction): Promise<ShopSettings> {
  const { rows } = await db.execute<{ settings: ShopSettings }>(sql`select settings from shop_settings`);
  return rows[0]?.settings ?? {};
}

/** Locks the settings until the transaction ends, so that concurrent changes happen one after the other. */
export async function lockSettings(tx: Transaction): Promise<ShopSettings> {
  await tx.execute(sql`insert into shop_settings default values on conflict do nothing`);
  const { rows } = await tx.execute<{ settings: ShopSettings }>(
    sql`select settings from shop_settings for update`,
  );
  return rows[0].settings;
}

export async function saveSettings(tx: Transaction, settings: ShopSettings): Promise<void> {
  await tx.execute(
    sql`update shop_settings set settings = ${JSON.stringify(settings)}::jsonb, updated_at = now()`,
  );
}

export async function findPages(db: Database): Promise<WrittenPage[]> {
  const { rows } = await db.execute<{
    slug: ShopPageSlug;
    title: string;
    description: string;
    body: string;
    updated_at: string;
  }>(sql`select slug, title, description, body, updated_at from shop_pages`);
  return rows.map(({ updated_at, ...page }) => ({ ...page, updatedAt: new Date(updated_at) }));
}

export async function savePage(
  db: Database,
  slug: ShopPageSlug,
  { title, description, body }: ShopPageContent,
): Promise<void> {
  await db.execute(sql`
    insert into shop_pages (slug, title, description, body) values (${slug}, ${title}, ${description}, ${body})
    on conflict (slug) do update set title = excluded.title, description = excluded.description,
      body = excluded.body, updated_at = now()`);
}
