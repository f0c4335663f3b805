/** @file Ways out of the checkout. They load a new document, because only the checkout's documents allow the payment provider's scripts. */
import type { Confirmation, Problem } from '@kindred/contracts';
import { type RouterContextProvider, redirectDocument } from 'react-router';
import { redirectWith } from '../../shared/flash.ts';
import { publicUrlContext } from '../../shared/request-context.ts';

const reloadsDocument = 'X-Remix-Reload-Document';

/**
 * The page that confirms an order. The token in its address opens a guest's order. A member's order needs the log-in, so that Back
 * opens nothing after a log-out.
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

/** An address of this shop becomes a path, because the browser does not send the shopper's cookies to another name of this host. */
export function onThisHost(context: Readonly<RouterContextProvider>, address: string): string {
  const publicUrl = context.get(publicUrlContext);
  return address.startsWith(`${publicUrl}/`) ? address.slice(publicUrl.length) : address;
}

/** Leads to a path, or to the page that can solve a problem; undefined if that is this page. */
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
