/** @file A merchant who ships, refunds and delivers with the shop's HTTP API, and places the orders for it. */
import { randomUUID } from 'node:crypto';
import type { Confirmation, Order, Problem, Refund } from '@kindred/contracts';
import { sql } from '../platform/postgres/sql.ts';
import { createShopper, type Reply, tokenOf } from './shopper.ts';
import type { TestShop } from './test-shop.ts';

type Refusal = Pick<Problem, 'code' | 'detail'>;

export interface Merchant {
  /** Two products with enough stock. */
  readonly products: readonly [number, number];
  buy(lines: readonly { productId: number; quantity: number }[], card?: string): Promise<Confirmation>;
  refund(orderId: string, body: object, key?: string): Promise<Reply<Refund & Refusal>>;
  ship(orderId: string, body: object): Promise<Reply<Order & Refusal>>;
  post(orderId: string, what: string, body?: object): Promise<Reply<Order & Refusal>>;
  cancel(orderId: string): Promise<Reply<Order & Refusal>>;
  order(orderId: string): Promise<Order>;
  onHand(productId: number): Promise<number>;
  /** Runs the refund jobs as if a minute had passed. */
  askAboutRefunds(): Promise<void>;
}

/** Test cards by the result of their refunds. */
export const refundCards = {
  succeeds: '4242424242424242',
  fails: '4000000000006997',
  pends: '4000000000007726',
  pendsInVain: '4000000000006996',
  bounces: '4000000000005126',
} as const;

export async function createMerchant(shop: TestShop): Promise<Merchant> {
  const admin = createShopper(shop.app, { token: await tokenOf({ isAdmin: true }) });
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products join inventory using (product_id)
    where is_listed and price_minor is not null and on_hand > 20 order by product_id limit 2`);
  const post: Merchant['post'] = (orderId, what, body) =>
    admin.send('POST', `/admin/orders/${orderId}/${what}`, body);
  return {
    products: [rows[0].product_id, rows[1].product_id],
    async buy(lines, card) {
      const buyer = createShopper(shop.app);
      const checkout = await buyer.fillCheckout(lines);
      const { status, body } = await buyer.confirm(checkout, card === undefined ? {} : { card });
      if (status !== 201) throw new Error(`confirm: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    refund: (orderId, body, key = randomUUID()) =>
      admin.send('POST', `/admin/orders/${orderId}/refund`, body, { 'idempotency-key': key }),
    ship: (orderId, body) => post(orderId, 'shipments', body),
    post,
    cancel: (orderId) => admin.send('POST', `/orders/${orderId}/cancel`),
    order: async (orderId) => (await admin.send<Order>('GET', `/orders/${orderId}`)).body,
    async onHand(productId) {
      const found = await shop.db.execute<{ on_hand: number }>(
        sql`select on_hand from inventory where product_id = ${productId}`,
      );
      return found.rows[0].on_hand;
    },
    async askAboutRefunds() {
      await shop.db.execute(sql`
        update refunds set asked_at = asked_at - interval '1 day', created_at = created_at - interval '2 minutes'
        where status = 'requested'`);
      await shop.db.execute(sql`select graphile_worker.add_job('reconcile-refunds', '{}')`);
      await shop.services.jobs.runDue();
    },
  };
}
