import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Accounts } from './accounts.ts';
import { addressRoutes } from './address-routes.ts';
import { authRoutes } from './auth-routes.ts';
import { mailboxRoutes } from './mailbox-routes.ts';
import { profileRoutes } from './profile-routes.ts';
import { sessionRoutes } from './session-routes.ts';

export function accountRoutes(accounts: Accounts): ApiPlugin {
  return async (app) => {
    await app.register(authRoutes(accounts));
    await app.register(mailboxRoutes(accounts));
    await app.register(sessionRoutes(accounts));
    await app.register(profileRoutes(accounts));
    await app.register(addressRoutes(accounts));
  };
}
