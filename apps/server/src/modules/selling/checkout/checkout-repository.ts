import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';
import { fullTitle } from '../../catalogue/catalog/index.ts';
import { pictureAddress } from '../../catalogue/media/index.ts';
import { type Checkout, type Goods, settledFields } from './checkout.ts';

interface CheckoutRow {
  checkout_id: string;
  user_id: string | null;
  visitor_id: string | null;
  email: string | null;
  shipping_address: Checkout['shippingAddress'];
  shipping_method_id: string | null;
  payment_method: Checkout['paymentMethod'];
  draft: Checkout['draft'];
  state: Checkout['state'] | 'abandoned';
  order_id: string | null;
  last_order_id: string | null;
}

const columns = sql`checkout_id, user_id, visitor_id, email, shipping_address, shipping_method_id, payment_method, draft, state,
  order_id, last_order_id`;

function checkoutOf(row: CheckoutRow): Checkout {
  return {
    checkoutId: row.checkout_id,
    owner:
      row.user_id === null
        ? { kind: 'visitor', visitorId: row.visitor_id! }
        : { kind: 'user', userId: row.user_id },
    email: row.email,
    shippingAddress: row.shipping_address,
    shippingMethodId: row.shipping_method_id,
    paymentMethod: row.payment_method,
    draft: row.draft,
    // The state `abandoned` is no longer used.
    state: row.state === 'abandoned' ? 'completed' : row.state,
    orderId: row.order_id,
    lastOrderId: row.last_order_id,
  };
}

function belongsTo(owner: CartOwner): Statement {
  return owner.kind === 'user' ? sql`user_id = ${owner.userId}` : sql`visitor_id = ${owner.visitorId}::uuid`;
}

/**
 * Returns the owner's only unfinished checkout, or creates one with the data of the owner's account. Returns undefined if the account
 * does not exist (any more).
 */
export async function openCheckout(db: Database, owner: CartOwner): Promise<Checkout | undefined> {
  const column = owner.kind === 'user' ? sql`user_id` : sql`visitor_id`;
  const source =
    owner.kind === 'user'
      ? sql`select u.user_id, u.email, (
            select jsonb_build_object('full_name', a.full_name, 'line1', a.line1, 'line2', a.line2, 'city', a.city,
              'region', a.region, 'postal_code', a.postal_code, 'country', a.country, 'phone', a.phone)
            from addresses a where a.user_id = u.user_id and a.is_default)
          from users u where u.user_id = ${owner.userId} and u.erased_at is null for key share of u`
      : sql`select ${owner.visitorId}::uuid, null::text, null::jsonb`;
  const { rows } = await db.execute<CheckoutRow>(sql`
    insert into checkouts as c (${column}, email, shipping_address) ${source}
    on conflict (${column}) where state in ('open', 'paying') do update set updated_at = now()
    returning ${columns}`);
  return rows[0] && checkoutOf(rows[0]);
}

/** Returns the unfinished checkout, but creates none. */
export async function findOpenCheckout(db: Database, owner: CartOwner): Promise<Checkout | undefined> {
  const { rows } = await db.execute<CheckoutRow>(
    sql`select ${columns} from checkouts where ${belongsTo(owner)} and state in ('open', 'paying')`,
  );
  return rows[0] && checkoutOf(rows[0]);
}

/** Returns undefined if the checkout does not exist, belongs to another owner or is being paid. */
export async function saveDetails(
  db: Database,
  owner: CartOwner,
  details: Partial<
    Pick<Checkout, 'draft' | 'email' | 'paymentMethod' | 'shippingAddress' | 'shippingMethodId'>
  >,
): Promise<Checkout | undefined> {
  const json = (value: object | null | undefined) => (value ? JSON.stringify(value) : null);
  const { rows } = await db.execute<CheckoutRow>(sql`
    update checkouts set email = coalesce(${details.email ?? null}, email),
      shipping_address = coalesce(${json(details.shippingAddress)}::jsonb, shipping_address),
      shipping_method_id = coalesce(${details.shippingMethodId ?? null}, shipping_method_id),
      payment_method = coalesce(${json(details.paymentMethod)}::jsonb, payment_method),
      draft = (draft || ${JSON.stringify(details.draft ?? {})}::jsonb) - ${settledFields(details)}::text[],
      updated_at = now()
    where ${belongsTo(owner)} and state = 'open' returning ${columns}`);
  return rows[0] && checkoutOf(rows[0]);
}

export async function lockCheckout(
  tx: Transaction,
  checkoutId: string,
  owner: CartOwner,
): Promise<Checkout | undefined> {
  const { rows } = await tx.execute<CheckoutRow>(sql`
    select ${columns} from checkouts where checkout_id = ${checkoutId} and ${belongsTo(owner)} for update`);
  return rows[0] && checkoutOf(rows[0]);
}

export async function markPaying(tx: Transaction, checkoutId: string, orderId: string): Promise<void> {
  await tx.execute(sql`
    update checkouts set state = 'paying', order_id = ${orderId}, updated_at = now()
    where checkout_id = ${checkoutId}`);
}

/** Returns the owner. */
export async function markCompleted(tx: Transaction, orderId: string): Promise<CartOwner | undefined> {
  const { rows } = await tx.execute<CheckoutRow>(sql`
    update checkouts set state = 'completed', updated_at = now()
    where order_id = ${orderId} and state = 'paying' returning ${columns}`);
  return rows[0] && checkoutOf(rows[0]).owner;
}

/** Whether an order came from a checkout of this owner, paid or not. */
export async function becameOrder(db: Database, owner: CartOwner, orderId: string): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select from checkouts where ${orderId} in (order_id, last_order_id) and ${belongsTo(owner)}`,
  );
  return rows.length > 0;
}

/**
 * Opens the checkout again after its order failed, so that the shopper may try again. The payment method has to be chosen again, unless
 * the provider never received it, because most are valid for one attempt. Returns the owner.
 */
export async function markOpen(
  tx: Transaction,
  orderId: string,
  { keepsMethod }: { keepsMethod: boolean },
): Promise<CartOwner | undefined> {
  const { rows } = await tx.execute<CheckoutRow>(sql`
    update checkouts set state = 'open', order_id = null, last_order_id = order_id,
      payment_method = case when ${keepsMethod} then payment_method end, updated_at = now()
    where order_id = ${orderId} and state = 'paying' returning ${columns}`);
  return rows[0] && checkoutOf(rows[0]).owner;
}

/** Moves a visitor's checkout to their account at log-in, unless the account already has one. */
export async function adoptCheckout(
  db: Database,
  { userId, visitorId }: { userId: string; visitorId: string },
): Promise<void> {
  await db.execute(sql`
    update checkouts set user_id = ${userId}, visitor_id = null
    where visitor_id = ${visitorId}::uuid and state in ('open', 'paying')
      and not exists (select from checkouts where user_id = ${userId} and state in ('open', 'paying'))`);
}

interface GoodsRow {
  product_id: number;
  title: string;
  image_url: string | null;
  price_minor: number | null;
  currency: string | null;
  is_listed: boolean;
  available: number;
}

export async function findGoods(
  db: Database | Transaction,
  productIds: readonly number[],
): Promise<Map<number, Goods>> {
  const { rows } = await db.execute<GoodsRow>(sql`
    select p.product_id, ${fullTitle} as title, p.price_minor, p.currency, p.is_listed,
      coalesce(i.on_hand - i.reserved, 0) as available,
      (select ${pictureAddress(480)} from product_images where product_id = p.product_id order by position limit 1) as image_url
    from products p left join inventory i using (product_id)
    where p.product_id = any(${productIds}::int[])`);
  return new Map(
    rows.map((row) => [
      row.product_id,
      {
        productId: row.product_id,
        title: row.title,
        imageUrl: row.image_url,
        priceMinor: row.price_minor,
        currency: row.currency,
        isListed: row.is_listed,
        available: row.available,
      },
    ]),
  );
}

/** Deletes checkouts that have not changed for a month. */
export async function sweepCheckouts(db: Database): Promise<void> {
  await db.execute(sql`
    delete from checkouts where state = 'open' and updated_at < now() - interval '30 days'`);
}
