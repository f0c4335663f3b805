import { type Database, sql } from '@kindred/server/extension';
import type { StaffPick } from './staff-pick.ts';

const columns = sql`s.product_id, s.note, to_json(s.picked_at) #>> '{}' as picked_at`;

/** The picks of listed products, the newest first. */
export async function findPicks(db: Database, limit = 100): Promise<StaffPick[]> {
  const { rows } = await db.execute<StaffPick & Record<string, unknown>>(sql`
    select ${columns} from staff_picks s join products p using (product_id)
    where p.is_listed order by s.picked_at desc, s.product_id limit ${limit}`);
  return rows.map((row) => ({ ...row, picked_at: new Date(row.picked_at).toISOString() }));
}

/** Returns undefined if the product is not listed. */
export async function savePick(
  db: Database,
  { productId, note, at }: { productId: number; note: string; at: Date },
): Promise<StaffPick | undefined> {
  const { rows } = await db.execute<{ product_id: number }>(sql`
    insert into staff_picks (product_id, note, picked_at)
    select product_id, ${note}, ${at.toISOString()}::timestamptz from products
    where product_id = ${productId} and is_listed
    on conflict (product_id) do update set note = excluded.note, picked_at = excluded.picked_at
    returning product_id`);
  return rows.length === 0 ? undefined : { product_id: productId, note, picked_at: at.toISOString() };
}

export async function deletePick(db: Database, productId: number): Promise<void> {
  await db.execute(sql`delete from staff_picks where product_id = ${productId}`);
}

const isGone = sql`not exists (select from products p where p.product_id = s.product_id and p.is_listed)`;

export async function deleteGonePicks(db: Database): Promise<void> {
  await db.execute(sql`delete from staff_picks s where ${isGone}`);
}

export async function countPicks(db: Database): Promise<{ all: number; gone: number }> {
  const { rows } = await db.execute<{ all: number; gone: number }>(sql`
    select count(*)::int as all, (count(*) filter (where ${isGone}))::int as gone from staff_picks s`);
  return rows[0] ?? { all: 0, gone: 0 };
}
