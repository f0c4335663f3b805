import type { Api } from '../api.ts';
import type { Session } from '../contracts.ts';

/** What every page shows. */
export function sessionMethods({ get }: Api) {
  return {
    /** Who asks, and how much is in their cart. */
    session: () => get<Session>('/session'),
  };
}
