import { type Api, type CallOptions, createApi } from './api.ts';
import { allMethods } from './methods/index.ts';
import { memoryTokens, type TokenStore } from './tokens.ts';
import { createTransport, type Fetch, type Transport } from './transport.ts';

export interface ClientOptions {
  /** `https://shop.example`. An empty text means the host of the page that the program runs in. */
  readonly baseUrl: string;
  /** Default: the `fetch` of the browser or of Node. */
  readonly fetch?: Fetch;
  /** Where to keep tokens. Default: in memory. Null: nowhere; the cookies that `fetch` sends identify the caller. */
  readonly tokens?: TokenStore | null;
  /**
   * How often to send a request again when the shop is too busy (503 with `Retry-After`). Only requests that have the same effect when they
   * arrive twice are sent again. Default: 2; 0 means never.
   */
  readonly retries?: number;
  /** Headers of every request. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

/** Methods over the API, such as `searchMethods`. Combine several with `(api) => ({ ...searchMethods(api), ...cartMethods(api) })`. */
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
 * Makes a client with only these methods, so that a bundler drops all others. Methods for an extension's routes work the same way.
 * Otherwise like `createClient`.
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
 * Makes a client of one shop, for one shopper or administrator. A method rejects with a `KindredError` when the shop refuses
 * the request, and with the error of `fetch` when the shop was not reached.
 */
export const createClient = (options: ClientOptions): KindredClient => createClientOf(allMethods, options);
