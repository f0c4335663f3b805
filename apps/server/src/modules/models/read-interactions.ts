import { type Interactions, InteractionsBuilder } from '@kindred/recommender';
import { sql } from 'drizzle-orm';
import { type Database, withTransaction } from '../../platform/postgres/database.ts';

/** A review with fewer stars says what somebody does not like. */
const leastRating = 3;
const fetchRows = 20_000;

interface Row extends Record<string, unknown> {
  user_id: string;
  product_id: number;
  at_ms: number;
}

/**
 * Everything a model learns from, read through a cursor in one snapshot: reviews that liked the product,
 * and what was bought. The order is fixed, so the same rows give the same hash.
 */
export async function readInteractions(db: Database): Promise<Interactions> {
  const builder = new InteractionsBuilder();
  await withTransaction(db, async (tx) => {
    await tx.execute(sql`
      declare interactions no scroll cursor for
      select user_id, product_id, extract(epoch from max(at))::float8 * 1000 as at_ms from (
        select user_id, product_id, timestamp as at from reviews where status = 'published' and rating >= ${sql.raw(String(leastRating))}
        union all
        select o.user_id, l.product_id, o.created_at from orders o join order_lines l using (order_id)
        where o.user_id is not null and o.payment_status in ('paid', 'partly-refunded')
      ) as liked
      group by user_id, product_id order by user_id, product_id`);
    for (;;) {
      const { rows } = await tx.execute<Row>(sql`fetch ${sql.raw(String(fetchRows))} from interactions`);
      for (const row of rows) builder.add(row.user_id, row.product_id, row.at_ms);
      if (rows.length < fetchRows) return;
    }
  });
  return builder.build();
}
