import { sql } from 'drizzle-orm';
import type { Database } from '../../platform/postgres/database.ts';

export interface PopularProduct {
  readonly productId: number;
  readonly score: number;
}

interface Row extends Record<string, unknown> {
  product_id: number;
  score: number;
}

const productOf = (row: Row): PopularProduct => ({ productId: row.product_id, score: row.score });

/** What most people reviewed, of what can be bought. */
export async function findPopular(db: Database, limit: number): Promise<PopularProduct[]> {
  const { rows } = await db.execute<Row>(sql`
    select p.product_id, p.rating_count::float8 as score
    from products p
    where p.is_listed
    order by p.rating_count desc, p.product_id desc limit ${limit}`);
  return rows.map(productOf);
}

/** The most reviewed of a product's own category: the floor under “similar”. */
export async function findPopularBeside(
  db: Database,
  productId: number,
  limit: number,
): Promise<PopularProduct[]> {
  const { rows } = await db.execute<Row>(sql`
    select p.product_id, p.rating_count::float8 as score
    from products p
    where p.is_listed and p.product_id <> ${productId}
      and p.category_id = (select category_id from products where product_id = ${productId})
    order by p.rating_count desc, p.product_id desc limit ${limit}`);
  return rows.map(productOf);
}

const windowDays = 60;
const halfLifeDays = 10;

/**
 * What is reviewed, bought and looked at now: each counts half as much after ten days. Time runs up to the newest review or event,
 * so that a catalogue imported from an old data set has its own “now”.
 */
export async function findTrending(db: Database, limit: number): Promise<PopularProduct[]> {
  const { rows } = await db.execute<Row>(sql`
    with now_here as (
      select greatest((select max(timestamp) from reviews), (select max(occurred_at) from events)) as newest
    ),
    signals as (
      select product_id, timestamp as at, 3.0 as weight from reviews, now_here
      where timestamp > newest - make_interval(days => ${windowDays}) and rating >= 3
      union all
      select product_id, occurred_at, 1.0 from events, now_here
      where occurred_at > newest - make_interval(days => ${windowDays}) and product_id is not null
      union all
      select l.product_id, o.created_at, 5.0 from orders o join order_lines l using (order_id), now_here
      where o.created_at > newest - make_interval(days => ${windowDays}) and o.payment_status in ('paid', 'partly-refunded')
    )
    select s.product_id,
      sum(weight * power(0.5, extract(epoch from newest - at) / (86400.0 * ${halfLifeDays})))::float8 as score
    from signals s join products p using (product_id), now_here
    where p.is_listed
    group by s.product_id order by score desc, s.product_id desc limit ${limit}`);
  return rows.map(productOf);
}
