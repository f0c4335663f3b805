/** @file The log-ins, cookies and tokens that people have from the shop of 72f2cac, with which they use the present one. */
import type { Answer } from './lost-answers.ts';

export interface Memory {
  readonly member: { readonly email: string; readonly password: string; refreshToken: string };
  readonly admin: { readonly email: string; readonly password: string };
  /** The cookie of a guest with a cart and a checkout. */
  readonly visitorId: string;
  /** The tokens for orders of guests, by the state of the order. */
  readonly guestOrders: Readonly<Record<string, { readonly orderId: string; readonly access: string }>>;
  /** The token in the mail that confirms a subscription. */
  readonly newsletterToken: string;
}

export type Person = 'admin' | 'guest' | 'member' | 'stranger';

/** Sends a GET request to the API as one of them. */
export type Look = (who: Person, path: string) => Promise<Answer>;

/** All data that the shop shows them. */
export async function lookAround(look: Look, { guestOrders }: Memory): Promise<Record<string, Answer>> {
  const shown: Record<string, Answer> = {};
  const add = async (who: Person, path: string, name = `${who} ${path}`) => {
    shown[name] = await look(who, path);
  };
  await add('stranger', '/categories');
  await add('stranger', '/products?limit=12&sort=rating');
  for (const id of [1, 2, 3]) {
    await add('stranger', `/products/${id}`);
    await add('stranger', `/products/${id}/reviews`);
  }
  await add('stranger', '/shipping-methods?country=DE&currency=USD');
  const own = ['/me', '/me/addresses', '/me/wishlist', '/me/reviews', '/me/orders', '/cart', '/checkout'];
  for (const path of own) await add('member', path);
  for (const path of ['/cart', '/checkout']) await add('guest', path);
  for (const [name, { orderId, access }] of Object.entries(guestOrders))
    await add('stranger', `/orders/${orderId}?access=${access}`, `order ${name}`);
  for (const path of ['/admin/reviews', '/admin/reviews?status=rejected']) await add('admin', path);
  return shown;
}
