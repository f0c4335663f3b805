import { type Api, type CallOptions, createApi } from './api.ts';
import { allMethods } from './methods/index.ts';
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

/** Methods over the API, such as `searchMethods`; several together are `(api) => ({ ...searchMethods(api), ...cartMethods(api) })`. */
export type Methods<Given> = (api: Api) => Given;

export type ClientOf<Given> = Given & {
  /** The same client, whose requests have these headers and end with this signal. */
  with(options: CallOptions): ClientOf<Given>;
};

export interface KindredClient extends ReturnType<typeof allMethods> {
  /** The same client, whose requests have these headers and end with this signal. */
  with(options: CallOptions): KindredClient;
}

function clientOf<Given>(
  methods: Methods<Given>,
  transport: Transport,
  options: CallOptions,
): ClientOf<Given> {
  return {
    ...methods(createApi(transport, options)),
    with: (others) =>
      clientOf(methods, transport, {
        ...options,
        ...others,
        headers: { ...options.headers, ...others.headers },
      }),
  };
}

/**
 * A client with these methods alone: what a bundler need not bring to a browser. An extension’s methods are used so as well.
 * Otherwise as `createClient`.
 */
export function createClientOf<Given>(
  methods: Methods<Given>,
  {
    baseUrl,
    fetch = (url, init) => globalThis.fetch(url, init),
    tokens = memoryTokens(),
    retries = 2,
    headers = () => ({}),
  }: ClientOptions,
): ClientOf<Given> {
  const transport = createTransport({ baseUrl, fetch, store: tokens ?? undefined, retries, headers });
  return clientOf(methods, transport, {});
}

/**
 * A client of one shop, for one shopper or administrator. A method fails with a `KindredError` when the shop does not do
 * what it was asked for, and with whatever `fetch` fails with when the shop was not reached.
 */
export const createClient = (options: ClientOptions): KindredClient => createClientOf(allMethods, options);
