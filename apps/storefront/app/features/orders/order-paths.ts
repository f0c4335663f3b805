/** @file Where an order is. What a guest holds goes along within its own pages, and nowhere else. */

export function orderPath(
  orderId: string,
  { access, page = '' }: { access?: string | undefined; page?: '' | '/cancel' | '/return' } = {},
): string {
  const search = access === undefined ? '' : `?access=${encodeURIComponent(access)}`;
  return `/orders/${orderId}${page}${search}`;
}

/** The files of the API that a browser asks for itself. */
export function orderFile(orderId: string, file: 'events' | 'invoice.pdf', access?: string): string {
  const search = access === undefined ? '' : `?access=${encodeURIComponent(access)}`;
  return `/api/v1/orders/${orderId}/${file}${search}`;
}

/** The token in the address of a page. */
export function accessOf(url: URL): string | undefined {
  return url.searchParams.get('access') ?? undefined;
}

/** Such a page is for one person, and its address may hold a secret: no cache keeps it, and nobody is told where one came from. */
export const orderPageHeaders = { 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' };
