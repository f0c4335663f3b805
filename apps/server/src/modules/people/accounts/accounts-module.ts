import { type FindServiceKey, registerCaller } from '../../../platform/http/caller.ts';
import type { Module } from '../../../platform/module.ts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';
import { accountJobs, accountSchedules } from './account-jobs.ts';
import { accountRoutes } from './account-routes.ts';
import { type Accounts, createAccounts } from './accounts.ts';
import { createSessionRenewal } from './session.ts';
import { createSessionStates, type SessionStates } from './session-states.ts';

export interface AccountsModule extends Module {
  readonly accounts: Accounts;
  readonly sessionStates: SessionStates;
}

export function createAccountsModule({
  notifications,
  findServiceKey,
  ...dependencies
}: Omit<Parameters<typeof createAccounts>[0], 'onAccessChanged'> & {
  readonly notifications: Pick<Notifications, 'subscribe'>;
  readonly findServiceKey: FindServiceKey;
}): AccountsModule {
  const { db, secret } = dependencies;
  const sessionStates = createSessionStates({ db, notifications });
  const accounts = createAccounts({ ...dependencies, onAccessChanged: sessionStates.forget });
  return {
    name: 'accounts',
    accounts,
    sessionStates,
    routes: [accountRoutes(accounts)],
    jobs: accountJobs(accounts),
    schedules: accountSchedules,
    register: (app) =>
      registerCaller(app, {
        secret,
        findServiceKey,
        findStanding: sessionStates.standingOf,
        renewSession: createSessionRenewal(accounts),
      }),
  };
}
