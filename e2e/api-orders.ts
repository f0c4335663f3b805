/** @file Places orders through the API, for journeys that start after an order. */
import { randomUUID } from 'node:crypto';
import type { ApiVisitor } from './api-visitor.ts';

export const testCard = '4242424242424242';

export const testAddress = {
  full_name: 'Ada Öberg',
  line1: '12 Harbour Street',
  city: 'Portland',
  region: 'ME',
  postal_code: '04101',
  country: 'US',
};

interface ForSale {
  readonly product_id: number;
  readonly title: string;
  readonly brand: string | null;
  readonly price: { readonly amount_minor: number; readonly currency: string };
  readonly sale: object | null;
}

/** Returns products that can be bought at their regular price, always the same ones for the same arguments. A test may change the price. */
export async function productsForSale(
  visitor: Pick<ApiVisitor, 'send'>,
  { count, skip = 0 }: { count: number; skip?: number },
): Promise<ForSale[]> {
  const { items } = await visitor.send<{ items: ForSale[] }>(
    'GET',
    `/products?sort=popularity&in_stock=true&price_min=1&limit=${Math.min(100, 2 * (count + skip))}`,
  );
  return items.filter(({ sale }) => sale === null).slice(skip, skip + count);
}

export interface PlacedOrder {
  readonly orderId: string;
  readonly orderNumber: string;
  /** The token with which a guest opens the order. */
  readonly access: string;
}

/** Goes from an empty cart to a paid order, or to one that waits for the bank's second step if the card asks for it. */
export async function placeOrder(
  visitor: Pick<ApiVisitor, 'send'>,
  {
    lines,
    email = `${randomUUID()}@example.com`,
    address = testAddress,
    shippingMethodId = 'standard',
    card = testCard,
  }: {
    lines: readonly { productId: number; quantity?: number }[];
    email?: string;
    address?: object;
    shippingMethodId?: string;
    card?: string;
  },
): Promise<PlacedOrder> {
  for (const { productId, quantity = 1 } of lines)
    await visitor.send('POST', '/cart/items', { product_id: productId, quantity });
  const checkout = await visitor.send<{ checkout_id: string; breakdown: { total_price: object } }>(
    'POST',
    '/checkout',
    { email, shipping_address: address, shipping_method_id: shippingMethodId },
  );
  const { order, access_token: access } = await visitor.send<{
    order: { order_id: string; order_number: string };
    access_token: string;
  }>('POST', '/checkout/confirm', {
    checkout_id: checkout.checkout_id,
    payment_method: card,
    expected_total: checkout.breakdown.total_price,
  });
  return { orderId: order.order_id, orderNumber: order.order_number, access };
}
