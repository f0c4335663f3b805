import type { Api } from '../api.ts';
import type { Session } from '../contracts.ts';

/** Data of the frame of every page. */
export function sessionMethods({ get }: Api) {
  return {
    /** Returns the logged-in user, and the number of items in the cart. */
    session: () => get<Session>('/session'),
  };
}
