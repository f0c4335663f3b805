import type { Api } from '../api.ts';
import { readJson } from '../transport.ts';

/** The answer of `/readyz`. */
export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'unavailable' | 'stopping';
  readonly parts: Readonly<
    Record<string, { state: 'ok' | 'degraded' | 'down'; version?: string; detail?: string }>
  >;
}

/** The state of the shop. */
export function opsMethods({ get, open }: Api) {
  return {
    /** The OpenAPI document. */
    openApi: () => get<Record<string, unknown>>('/openapi.json'),
    alive: async () => readJson<{ status: 'alive' }>(await open('/healthz')),
    /** Also answers if the shop is not ready. */
    readiness: async () => readJson<Readiness>(await open('/readyz', { accepts: [503] })),
    /** For Prometheus. */
    metrics: async () => (await open('/metrics')).text(),
  };
}
