import { type CallOptions, createApi } from './api.ts';
import { accountMethods } from './methods/account.ts';
import { adminMethods } from './methods/admin.ts';
import { cartMethods } from './methods/cart.ts';
import { catalogMethods } from './methods/catalog.ts';
import { checkoutMethods } from './methods/checkout.ts';
import { orderMethods } from './methods/orders.ts';
import { shopMethods } from './methods/shop.ts';
import { wishlistMethods } from './methods/wishlist.ts';
import { memoryTokens, type TokenStore } from './tokens.ts';
import { createTransport, type Fetch, type Transport } from './transport.ts';

export interface ClientOptions {
  /** `https://shop.example`; an empty text: the host of the page that the program runs in. */
  readonly baseUrl: string;
  /** Without it the one of the browser or of Node. */
  readonly fetch?: Fetch;
  /** Where tokens are kept; without it in memory. Null: nowhere, the cookies that `fetch` sends say who asks. */
  readonly tokens?: TokenStore | null;
  /**
   * How often a request is sent again that the shop is too busy for (503 with `Retry-After`); only those that do no more when they
   * arrive twice. 2, and 0 for never.
   */
  readonly retries?: number;
  /** Sent with every request. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

export interface KindredClient
  extends ReturnType<typeof shopMethods>,
    ReturnType<typeof catalogMethods>,
    ReturnType<typeof wishlistMethods>,
    ReturnType<typeof cartMethods>,
    ReturnType<typeof checkoutMethods>,
    ReturnType<typeof orderMethods>,
    ReturnType<typeof accountMethods> {
  readonly admin: ReturnType<typeof adminMethods>;
  /** The same client, whose requests have these headers and end with this signal. */
  with(options: CallOptions): KindredClient;
}

function clientOf(transport: Transport, options: CallOptions): KindredClient {
  const api = createApi(transport, options);
  return {
    ...shopMethods(api),
    ...catalogMethods(api),
    ...wishlistMethods(api),
    ...cartMethods(api),
    ...checkoutMethods(api),
    ...orderMethods(api),
    ...accountMethods(api),
    admin: adminMethods(api),
    with: (others) =>
      clientOf(transport, {
        ...options,
        ...others,
        headers: { ...options.headers, ...others.headers },
      }),
  };
}

/**
 * A client of one shop, for one shopper or administrator. A method fails with a `KindredError` when the shop does not do
 * what it was asked for, and with whatever `fetch` fails with when the shop was not reached.
 */
export function createClient({
  baseUrl,
  fetch = (url, init) => globalThis.fetch(url, init),
  tokens = memoryTokens(),
  retries = 2,
  headers = () => ({}),
}: ClientOptions): KindredClient {
  return clientOf(createTransport({ baseUrl, fetch, store: tokens ?? undefined, retries, headers }), {});
}
