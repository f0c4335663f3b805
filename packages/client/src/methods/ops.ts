import type { Api } from '../api.ts';
import { readJson } from '../transport.ts';

/** What `/readyz` says. */
export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'unavailable' | 'stopping';
  readonly parts: Readonly<
    Record<string, { state: 'ok' | 'degraded' | 'down'; version?: string; detail?: string }>
  >;
}

/** How the shop is. */
export function opsMethods({ get, open }: Api) {
  return {
    /** The OpenAPI document. */
    openApi: () => get<Record<string, unknown>>('/openapi.json'),
    alive: async () => readJson<{ status: 'alive' }>(await open('/healthz')),
    /** Also of a shop that is not ready. */
    readiness: async () => readJson<Readiness>(await open('/readyz', { accepts: [503] })),
    /** For Prometheus. */
    metrics: async () => (await open('/metrics')).text(),
  };
}
