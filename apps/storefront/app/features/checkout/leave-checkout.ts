/** @file Ways out of the checkout. They load a document: its pages alone are open to the payment provider's scripts. */
import type { Confirmation, Problem } from '@kindred/contracts';
import { type RouterContextProvider, redirectDocument } from 'react-router';
import { redirectWith } from '../../shared/flash.ts';
import { publicUrlContext } from '../../shared/request-context.ts';

const reloadsDocument = 'X-Remix-Reload-Document';

/**
 * A guest's order is opened by the token in its address; a member's by the log-in alone: after a log-out, Back opens nothing. It is
 * new to its buyer.
 */
export function placedOrderPath({
  order: { order_id, is_guest },
  access_token,
}: {
  order: Pick<Confirmation['order'], 'is_guest' | 'order_id'>;
  access_token: string;
}): string {
  const access = is_guest ? `access=${encodeURIComponent(access_token)}&` : '';
  return `/orders/${order_id}?${access}placed=1`;
}

/** A page of the shop's own is reached where the shopper is: by another name of this host their cookies would not be theirs. */
export function onThisHost(context: Readonly<RouterContextProvider>, address: string): string {
  const publicUrl = context.get(publicUrlContext);
  return address.startsWith(`${publicUrl}/`) ? address.slice(publicUrl.length) : address;
}

/** To a path; or to where a problem is solved, if not here. */
export function goElsewhere(
  context: Readonly<RouterContextProvider>,
  where: string | Problem,
): Response | undefined {
  if (typeof where === 'string') return redirectDocument(where, 303);
  switch (where.code) {
    case 'cart-empty':
      return redirectDocument('/cart', 303);
    case 'not-for-sale':
    case 'mixed-currencies': {
      const response = redirectWith(context, '/cart', { text: where.detail ?? where.title });
      response.headers.set(reloadsDocument, 'true');
      return response;
    }
    case 'account-gone':
      return redirectDocument('/login?return_to=/checkout', 303);
    case 'checkout-being-paid':
    case 'request-in-progress':
    case 'checkout-not-found':
    case 'checkout-incomplete':
      return redirectDocument('/checkout', 303);
    default:
      return undefined;
  }
}
