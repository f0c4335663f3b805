import { expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestShop } from '../../../testing/test-shop.ts';

test('corrects once a day the ratings that an unfinished import left wrong', async () => {
  const shop = await createTestShop();
  try {
    const ratings = () =>
      shop.db.execute(sql`select product_id, rating_count, average_rating from products order by product_id`);
    const { rows: right } = await ratings();
    await shop.db.execute(
      sql`update products set rating_count = 1, average_rating = 1 where product_id % 3 = 0`,
    );
    expect((await ratings()).rows).not.toEqual(right);
    await shop.db.execute(sql`select graphile_worker.add_job('refresh-ratings')`);
    await shop.services.jobs.runDue();
    expect((await ratings()).rows).toEqual(right);
  } finally {
    await shop.close();
  }
});
