import type { Api } from '../api.ts';
import type { Session, Shop, ShopPage, ShopPageList, ShopPageSlug } from '../contracts.ts';
import { readJson } from '../transport.ts';

/** What `/readyz` says. */
export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'unavailable' | 'stopping';
  readonly parts: Readonly<
    Record<string, { state: 'ok' | 'degraded' | 'down'; version?: string; detail?: string }>
  >;
}

/** What the shop says of itself. */
export function shopMethods({ get, open }: Api) {
  return {
    /** Who asks, and how much is in their cart. */
    session: () => get<Session>('/session'),
    shop: () => get<Shop>('/shop'),
    shopPages: () => get<ShopPageList>('/shop/pages'),
    shopPage: (slug: ShopPageSlug) => get<ShopPage>(`/shop/pages/${slug}`),
    /** The OpenAPI document. */
    openApi: () => get<Record<string, unknown>>('/openapi.json'),
    alive: async () => readJson<{ status: 'alive' }>(await open('/healthz')),
    /** Also of a shop that is not ready. */
    readiness: async () => readJson<Readiness>(await open('/readyz', { accepts: [503] })),
    /** For Prometheus. */
    metrics: async () => (await open('/metrics')).text(),
  };
}
