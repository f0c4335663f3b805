/** @file The requests for shelves, and the recent views of their visitors. */
import { signApiToken } from '../apps/server/src/platform/http/api-token.ts';
import type { Ask } from './closed-loop.ts';
import { queryOnce } from './databases.ts';

const BROWSERS = 30_000;
const MEMBERS = 4_000;
const VISITORS = 2_000;
const PRODUCTS = 4_000;

/** Numbered people with some reviews. The first ones each have a browser. */
const people = `people as (
  select user_id, row_number() over (order by md5(user_id)) as n from (
    select user_id from reviews group by user_id having count(*) >= 3) as busy)`;
const browserOf = (n: string) => `md5('browser ' || ${n})::uuid`;

/**
 * Each browser has viewed up to twelve products that another person reviewed, over the last three weeks. The first browsers belong to members,
 * every other one on a new device. No user has logged in on the rest.
 */
export async function lookAround(connectionString: string): Promise<void> {
  await queryOnce(
    connectionString,
    `with ${people}
     insert into events (visitor_id, user_id, kind, product_id, occurred_at)
     select ${browserOf('browser.n')}, case when browser.n <= ${MEMBERS} then browser.user_id end, 'view', product_id,
       now() - interval '20 days' * (('x' || left(md5(browser.n || '-' || product_id), 6))::bit(24)::int / 16777216.0)
     from people as browser join people as other on other.n = browser.n + ${BROWSERS},
       lateral (select product_id from reviews where user_id = other.user_id order by timestamp desc limit 12) as seen
     where browser.n <= ${BROWSERS} and (browser.n > ${MEMBERS} or browser.n % 2 = 0)
     order by 5`,
  );
  await queryOnce(connectionString, 'vacuum analyze events');
}

/** The requests, by the shelf's name. */
export type Shelves = Readonly<Record<string, readonly Ask[]>>;

export async function drawShelves(connectionString: string, secret: string): Promise<Shelves> {
  const asking = await queryOnce<{ userId: string; browser: string }>(
    connectionString,
    `with ${people} select user_id as "userId", ${browserOf('n')}::text as browser from people
     where n <= ${MEMBERS + VISITORS} order by n`,
  );
  const products = await queryOnce<{ id: number }>(
    connectionString,
    `select product_id as id from products where is_listed order by md5(product_id::text) limit ${PRODUCTS}`,
  );
  const home = '/api/v1/recommendations?limit=20';
  const cookieOf = (browser: string) => ({ cookie: `kindred_visitor=${browser}` });
  const members = asking.slice(0, MEMBERS).map(async ({ userId, browser }) => {
    const token = await signApiToken({ secret, caller: { userId, isAdmin: false }, lifetimeSeconds: 86_400 });
    return { path: home, headers: { authorization: `Bearer ${token}`, ...cookieOf(browser) } };
  });
  return {
    'home of a member': await Promise.all(members),
    'home of a visitor': asking
      .slice(MEMBERS)
      .map(({ browser }) => ({ path: home, headers: cookieOf(browser) })),
    'home of a new visitor': [{ path: home }],
    'beside a product': products.map(({ id }) => ({ path: `${home}&context=product&product_id=${id}` })),
    'similar products': products.map(({ id }) => ({ path: `/api/v1/products/${id}/similar?limit=20` })),
    'what goes with a product': products.map(({ id }) => ({
      path: `/api/v1/products/${id}/goes-with?limit=20`,
    })),
    trending: [{ path: `${home}&context=trending` }],
  };
}
