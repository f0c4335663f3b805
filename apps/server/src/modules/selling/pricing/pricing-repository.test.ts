import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShippingMethodList } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, withTransaction } from '../../../platform/postgres/database.ts';
import { migrationsFolder } from '../../../platform/postgres/migrate.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestDatabase } from '../../../testing/postgres/test-database.ts';
import { createTestShop } from '../../../testing/test-shop.ts';
import {
  deliveryDates,
  giveBackPromotions,
  listShippingMethods,
  loadPricing,
  type PromotionUse,
  redeemPromotions,
  savePromotion,
  saveShippingMethod,
  saveTaxRate,
} from './index.ts';
import { personHash } from './person.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let shop: ReturnType<typeof openDatabase>;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = openDatabase({ connectionString: database.connectionString, max: 20 });
});
afterAll(async () => {
  await shop.close();
  await database.drop();
});

const standard = { name: 'Standard', priceMinor: 490, currency: 'EUR', minDays: 2, maxDays: 4 };

async function timesUsed(promotionId: number): Promise<{ counted: number; rows: number }> {
  const { rows } = await shop.db.execute<{ counted: number; rows: number }>(sql`
    select times_used as counted, (select count(*)::int from promotion_uses u where u.promotion_id = p.promotion_id) as rows
    from promotions p where promotion_id = ${promotionId}`);
  return rows[0];
}

test('loads codes in any spelling, with shipping, tax and the person’s uses', async () => {
  const promotionId = await savePromotion(shop.db, {
    code: 'welcome-10',
    kind: 'percentage',
    basisPoints: 1_000,
    startsAt: new Date('2026-01-01T00:00:00Z'),
  });
  await saveShippingMethod(shop.db, { ...standard, shippingMethodId: 'europe', countries: ['DE', 'FR'] });
  await saveTaxRate(shop.db, {
    country: 'DE',
    name: 'VAT',
    basisPoints: 1_900,
    isInclusive: true,
    taxesShipping: true,
  });
  await withTransaction(shop.db, (tx) =>
    redeemPromotions(tx, {
      orderId: randomUUID(),
      person: { email: 'Ada@example.com ', userId: null },
      promotions: [{ promotionId, code: 'WELCOME-10' }],
    }),
  );
  const pricing = await loadPricing(shop.db, {
    codes: [' Welcome-10', 'nobody-knows-it', 'WELCOME-10'],
    country: 'DE',
    currency: 'EUR',
    shippingMethodId: 'europe',
    person: { email: 'ada+shop@example.com', userId: null },
  });
  expect(pricing.promotions).toMatchObject([
    { promotionId, code: 'WELCOME-10', timesUsed: 1, startsAt: new Date('2026-01-01T00:00:00Z') },
  ]);
  expect(pricing.unknownCodes).toEqual(['NOBODY-KNOWS-IT']);
  expect(pricing.personUses.get(promotionId)).toBe(1);
  expect(pricing.shippingMethod).toMatchObject({
    priceMinor: 490,
    countries: ['DE', 'FR'],
    freeFromMinor: null,
  });
  expect(pricing.taxRate).toMatchObject({ name: 'VAT', basisPoints: 1_900 });

  const elsewhere = await loadPricing(shop.db, { codes: [], country: 'US', shippingMethodId: 'europe' });
  expect(elsewhere).toMatchObject({ promotions: [], shippingMethod: undefined, taxRate: undefined });
});

test('saving a code again changes its terms and keeps its uses', async () => {
  const promotionId = await savePromotion(shop.db, { code: 'TERMS', kind: 'percentage', basisPoints: 500 });
  const use = {
    orderId: randomUUID(),
    person: { email: 'a@example.com', userId: null },
    promotions: [{ promotionId, code: 'TERMS' }],
  };
  await withTransaction(shop.db, (tx) => redeemPromotions(tx, use));
  await savePromotion(shop.db, { code: 'terms', kind: 'amount', amountMinor: 300, currency: 'EUR' });
  const { promotions } = await loadPricing(shop.db, { codes: ['TERMS'] });
  expect(promotions).toMatchObject([{ promotionId, kind: 'amount', amountMinor: 300, timesUsed: 1 }]);
});

test('lists the shipping methods for a country and currency in the shop’s order', async () => {
  await saveShippingMethod(shop.db, {
    ...standard,
    shippingMethodId: 'second',
    position: 2,
    currency: 'SEK',
  });
  await saveShippingMethod(shop.db, { ...standard, shippingMethodId: 'first', position: 1, currency: 'SEK' });
  await saveShippingMethod(shop.db, {
    ...standard,
    shippingMethodId: 'norway',
    currency: 'SEK',
    countries: ['NO'],
  });
  await saveShippingMethod(shop.db, {
    ...standard,
    shippingMethodId: 'gone',
    currency: 'SEK',
    isActive: false,
  });
  const methods = await listShippingMethods(shop.db, { country: 'SE', currency: 'SEK' });
  expect(methods.map(({ shippingMethodId }) => shippingMethodId)).toEqual(['first', 'second']);
});

test('a code with a limit of 5 is used 5 times by 40 concurrent orders', async () => {
  const promotionId = await savePromotion(shop.db, {
    code: 'RUSH',
    kind: 'percentage',
    basisPoints: 500,
    usageLimit: 5,
  });
  const other = await savePromotion(shop.db, { code: 'CALM', kind: 'percentage', basisPoints: 500 });
  const both = [
    { promotionId, code: 'RUSH' },
    { promotionId: other, code: 'CALM' },
  ];
  const uses = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      withTransaction(shop.db, (tx) =>
        redeemPromotions(tx, {
          orderId: randomUUID(),
          person: { email: `${index}@example.com`, userId: null },
          promotions: index % 2 ? both : both.toReversed(),
        }),
      ),
    ),
  );
  expect(uses.filter(({ ok }) => ok)).toHaveLength(5);
  expect(uses.filter(({ ok }) => !ok)).toContainEqual({ ok: false, code: 'RUSH', reason: 'used-up' });
  expect(await timesUsed(promotionId)).toEqual({ counted: 5, rows: 5 });
  expect(await timesUsed(other)).toEqual({ counted: 5, rows: 5 });
});

const sameMailbox = [' Same@Example.com', 'same@example.com', 'same+b@example.com'];

test('a limit per person holds for 20 concurrent orders of one person', async () => {
  const promotionId = await savePromotion(shop.db, {
    code: 'ONCE',
    kind: 'percentage',
    basisPoints: 500,
    usageLimitPerPerson: 1,
  });
  const uses = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      withTransaction(shop.db, (tx) =>
        redeemPromotions(tx, {
          orderId: randomUUID(),
          person: { email: sameMailbox[index % sameMailbox.length], userId: null },
          promotions: [{ promotionId, code: 'ONCE' }],
        }),
      ),
    ),
  );
  expect(uses.filter(({ ok }) => ok)).toHaveLength(1);
  expect(uses).toContainEqual({ ok: false, code: 'ONCE', reason: 'used-up-by-you' });
  expect(await timesUsed(promotionId)).toEqual({ counted: 1, rows: 1 });
});

test('counts a member’s uses with every address, and a guest’s uses for the member with the same mailbox', async () => {
  const promotionId = await savePromotion(shop.db, {
    code: 'MINE',
    kind: 'percentage',
    basisPoints: 500,
    usageLimitPerPerson: 2,
  });
  const userId = randomUUID();
  await shop.db.execute(sql`insert into users (user_id, email) values (${userId}, 'ada@example.com')`);
  const use = (email: string, user: string | null) =>
    withTransaction(shop.db, (tx) =>
      redeemPromotions(tx, {
        orderId: randomUUID(),
        person: { email, userId: user },
        promotions: [{ promotionId, code: 'MINE' }],
      }),
    );
  expect(await use('elsewhere@example.org', userId)).toEqual({ ok: true });
  expect(await use('ada+2@example.com', null)).toEqual({ ok: true });
  expect(await use('ada@example.com', userId)).toMatchObject({ reason: 'used-up-by-you' });
  const person = { email: 'ada@example.com', userId };
  const { personUses } = await loadPricing(shop.db, { codes: ['MINE'], person });
  expect(personUses.get(promotionId)).toBe(2);
});

test('counts uses from before migration 0012 by account and mailbox too', async () => {
  const promotionId = await savePromotion(shop.db, { code: 'OLD', kind: 'percentage', basisPoints: 500 });
  const userId = randomUUID();
  await shop.db.execute(sql`insert into users (user_id) values (${userId})`);
  const addresses = [' Bob+a@Example.com', 'b.o.b+x@googlemail.com', null];
  for (const email of addresses)
    await shop.db.execute(sql`
      with placed as (
        insert into orders (user_id, email, total_price_minor, currency) values (${userId}, ${email}, 100, 'EUR') returning order_id
      )
      insert into promotion_uses (promotion_id, order_id, person_hash)
      select ${promotionId}, order_id, ${'0'.repeat(64)} from placed`);
  const migration = join(migrationsFolder, '0012_promotion-mailboxes.sql');
  await shop.db.execute(sql.raw(readFileSync(migration, 'utf8')));
  const { rows } = await shop.db.execute(sql`
    select person_hash, user_id from promotion_uses where promotion_id = ${promotionId} order by used_at`);
  expect(rows).toEqual(
    addresses.map((email) => ({
      person_hash: email === null ? '0'.repeat(64) : personHash(email),
      user_id: userId,
    })),
  );
});

test('an order counts its code once, and releases it once', async () => {
  const promotionId = await savePromotion(shop.db, {
    code: 'BACK',
    kind: 'percentage',
    basisPoints: 500,
    usageLimit: 1,
  });
  const orderId = randomUUID();
  const use = (order: string): Promise<PromotionUse> =>
    withTransaction(shop.db, (tx) =>
      redeemPromotions(tx, {
        orderId: order,
        person: { email: 'a@example.com', userId: null },
        promotions: [{ promotionId, code: 'BACK' }],
      }),
    );
  expect([await use(orderId), await use(orderId)]).toEqual([{ ok: true }, { ok: true }]);
  expect(await use(randomUUID())).toMatchObject({ ok: false, reason: 'used-up' });
  await Promise.all([1, 2, 3].map(() => withTransaction(shop.db, (tx) => giveBackPromotions(tx, orderId))));
  expect(await timesUsed(promotionId)).toEqual({ counted: 0, rows: 0 });
  expect(await use(randomUUID())).toEqual({ ok: true });
});

test('the API lists the shipping methods', async () => {
  const served = await createTestShop();
  try {
    await saveShippingMethod(served.db, {
      ...standard,
      shippingMethodId: 'to-japan',
      currency: 'JPY',
      freeFromMinor: 9_000,
      countries: ['JP'],
    });
    const { items } = await served.get<ShippingMethodList>(
      '/api/v1/shipping-methods?country=JP&currency=JPY',
    );
    expect(items).toEqual([
      {
        shipping_method_id: 'to-japan',
        name: 'Standard',
        description: '',
        price: { amount_minor: 490, currency: 'JPY' },
        free_from: { amount_minor: 9_000, currency: 'JPY' },
        min_days: 2,
        max_days: 4,
        delivery: deliveryDates(standard, new Date()),
        countries: ['JP'],
      },
    ]);
    const wrong = await served.app.inject({ url: '/api/v1/shipping-methods?country=japan' });
    expect(wrong.statusCode).toBe(400);
  } finally {
    await served.close();
  }
});
