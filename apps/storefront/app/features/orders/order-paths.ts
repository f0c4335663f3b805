/** @file The addresses of an order's pages. Only these carry a guest's access token. */

export function orderPath(
  orderId: string,
  { access, page = '' }: { access?: string | undefined; page?: '' | '/cancel' | '/return' } = {},
): string {
  const search = access === undefined ? '' : `?access=${encodeURIComponent(access)}`;
  return `/orders/${orderId}${page}${search}`;
}

/** Files of the API that the browser loads directly. */
export function orderFile(orderId: string, file: 'events' | 'invoice.pdf', access?: string): string {
  const search = access === undefined ? '' : `?access=${encodeURIComponent(access)}`;
  return `/api/v1/orders/${orderId}/${file}${search}`;
}

/** The token in the address of a page. */
export function accessOf(url: URL): string | undefined {
  return url.searchParams.get('access') ?? undefined;
}

/** The page is personal and its address may hold a token: no cache stores it, and no other site receives its address. */
export const orderPageHeaders = { 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' };
