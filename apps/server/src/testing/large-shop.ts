/** @file A shop of many products for checks of query plans, filled by SQL without the triggers: 100,000 products in about ten seconds. */
import type pg from 'pg';

/** About twenty products have each word. */
const statementsFor = (products: number) => [
  `insert into categories (parent_id, name, slug) select null, 'Department ' || n, 'd' || n from generate_series(1, 10) as n`,
  `insert into categories (parent_id, name, slug)
   select c.category_id, 'Shelf ' || n, c.slug || '/s' || n from categories c, generate_series(1, 20) as n`,
  `alter table products disable trigger user`,
  `alter table inventory disable trigger user`,
  `alter table reviews disable trigger user`,
  `insert into products (parent_asin, title, attributes, category_id, price_minor, currency, average_rating, rating_count, date_first_available)
   select 'LARGE' || n, 'Product w' || n % ${products / 20} || ' x' || n % 100 || ' number ' || n,
     jsonb_build_object('brand', jsonb_build_array('Brand ' || n % 700), 'color', jsonb_build_array('Colour ' || n % 40)),
     11 + n % 200, n % 30000, 'USD', 1 + (n % 41) / 10.0, (n::bigint * 7919 % 3001)::int, date '2015-01-01' + n % 4000
   from generate_series(1, ${products}) as n`,
  `insert into inventory (product_id, on_hand) select product_id, product_id % 5 from products`,
  `insert into product_images (product_id, position, url, large_url) select product_id, 0, '/a.svg', '/a.svg' from products`,
  `insert into search_documents (product_id, title_key, head, document)
   select product_id, search_key(title), words, words || 'inside:9'::tsvector
   from products, lateral (
     select format('product:1A w%s:2A x%s:3A number:4A %s:5A', product_id % ${products / 20}, product_id % 100, product_id)::tsvector as words) as written`,
  `insert into search_words (word, documents) select 'w' || n, 20 from generate_series(0, ${products / 20 - 1}) as n`,
  `insert into search_boosts (key, product_id, clickers, buyers)
   select 'w' || n % ${products / 20}, n, 3, 0 from generate_series(1, ${products}) as n`,
  `insert into users (user_id, first_name, last_name) select 'U' || n, 'First', 'Last' from generate_series(1, 2000) as n`,
  `insert into reviews (user_id, product_id, rating, timestamp, title, text, helpful_votes, source)
   select 'U' || 1 + n % 2000, 1 + (n::bigint * 31 % ${products})::int, 1 + n % 5, timestamptz '2020-01-01' + make_interval(mins => n * 10), 'Fine', 'As said.', n % 50, 'import'
   from generate_series(1, ${2 * products}) as n on conflict do nothing`,
  // A product with many reviews; the share of all reviews does not depend on the size of the shop.
  `insert into reviews (user_id, product_id, rating, timestamp, helpful_votes, source)
   select 'U' || n, 77, 1 + n % 5, timestamptz '2021-01-01' + make_interval(hours => n), n, 'import'
   from generate_series(1, ${products / 50}) as n on conflict do nothing`,
  `insert into search_changes (product_id, changed_at) select 1 + n % ${products}, now() - make_interval(secs => n) from generate_series(1, ${products / 2}) as n`,
  `alter table products enable trigger user`,
  `alter table inventory enable trigger user`,
  `alter table reviews enable trigger user`,
];

export async function fillLargeShop(pool: pg.Pool, { products = 100_000 } = {}): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    for (const statement of statementsFor(products)) await client.query(statement);
    await client.query('vacuum analyze');
    await client.query('reset statement_timeout');
  } finally {
    client.release();
  }
}
