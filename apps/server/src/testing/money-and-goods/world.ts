/** @file A shop without HTTP on a separate database, for sequences of events of orders. */
import { randomUUID } from 'node:crypto';
import { createPostgresCartStore } from '../../adapters/postgres-cart-store.ts';
import { createTestPaymentGateway, type TestPaymentGateway } from '../../adapters/test-payment-gateway.ts';
import {
  type CheckoutContext,
  completeCheckout,
  reopenCheckout,
} from '../../modules/selling/checkout/index.ts';
import { askAndApply, type OrderContext, orderJobs } from '../../modules/selling/orders/index.ts';
import { paymentJobs } from '../../modules/selling/payments/index.ts';
import { saveShippingMethod } from '../../modules/selling/pricing/index.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import { type Database, openDatabase } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';
import { createTestDatabase } from '../postgres/test-database.ts';

export const currency = 'USD';
export const shippingMinor = 500;
const silent = { error: () => undefined, info: () => undefined, warn: () => undefined };

export interface World {
  readonly db: Database;
  readonly gateway: TestPaymentGateway;
  readonly orders: OrderContext;
  readonly checkout: CheckoutContext;
  /** Adds new products with stock. */
  stock(units: readonly number[]): Promise<Product[]>;
  /** Runs each due job once. Returns their number. */
  runJobs(): Promise<number>;
  addJob(name: string, payload: Readonly<Record<string, unknown>>): Promise<void>;
  /** Deletes all orders, so that the checks stay fast. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export interface Product {
  readonly productId: number;
  readonly priceMinor: number;
  readonly units: number;
}

export async function createWorld(): Promise<World> {
  const { connectionString, drop } = await createTestDatabase();
  const opened = openDatabase({ connectionString, max: 6 });
  const { db } = opened;
  const secret = 'the secret of a shop without HTTP';
  const publicUrl = 'http://localhost:3000';
  const gateway = createTestPaymentGateway({ db, secret, publicUrl, timeoutMs: 0 });
  const orders: OrderContext = {
    db,
    gateway,
    logger: silent,
    publicUrl,
    picturesUrl: publicUrl,
    secret,
    clock: () => new Date(),
    onPaid: async (tx, order) => {
      await completeCheckout(tx, order);
      return undefined;
    },
    onRefunded: async () => undefined,
    onGivenUp: reopenCheckout,
  };
  const cartStore = createPostgresCartStore(db);
  await saveShippingMethod(db, {
    shippingMethodId: 'post',
    name: 'Post',
    priceMinor: shippingMinor,
    currency,
    minDays: 1,
    maxDays: 2,
  });
  const handlers = {
    ...orderJobs(orders),
    ...paymentJobs({ db, logger: silent, settleOrder: (orderId) => askAndApply(orders, orderId) }),
  };
  return {
    db,
    gateway,
    orders,
    checkout: { orders, cartStore, clock: () => new Date(), onStep: () => undefined },
    async stock(units) {
      const { rows } = await db.execute<{ product_id: number; price_minor: number }>(sql`
        with made as (
          insert into products (parent_asin, title, price_minor, currency, is_listed)
          select ${randomUUID()} || n, 'Product ' || n, 333 * n + 1, ${currency}, true
          from generate_series(1, ${units.length}::int) n
          returning product_id, price_minor
        )
        select * from made order by price_minor`);
      const products = rows.map((row, index) => ({
        productId: row.product_id,
        priceMinor: row.price_minor,
        units: units[index],
      }));
      await db.execute(sql`
        insert into inventory (product_id, on_hand)
        select "productId", units from jsonb_to_recordset(${JSON.stringify(products)}::jsonb) as p ("productId" int, units int)`);
      return products;
    },
    async runJobs() {
      const { rows } = await db.execute<{ name: string; payload: unknown }>(sql`
        delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where t.id = j.task_id and t.identifier <> 'deliver-mail' returning t.identifier as name, j.payload`);
      for (const { name, payload } of rows)
        await handlers[name as keyof typeof handlers](payload, { number: 1, isLast: false });
      return rows.length;
    },
    addJob: (name, payload) => addJob(db, { name, payload }),
    async clear() {
      await db.execute(sql`
        truncate orders, carts, checkouts, test_payments, payment_events, mails, idempotency_keys, products,
          graphile_worker._private_jobs cascade`);
    },
    async close() {
      await cartStore.close();
      await opened.close();
      await drop();
    },
  };
}
