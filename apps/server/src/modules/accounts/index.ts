export { accountJobs, accountSchedules } from './account-jobs.ts';
export { accountRoutes } from './account-routes.ts';
export { type Accounts, createAccounts } from './accounts.ts';
export { appointAdmin } from './appoint-admin.ts';
export { createAccount } from './create-account.ts';
export { findProfile } from './find-profile.ts';
export { createPasswords, type Passwords, strongPasswords } from './password.ts';
export { createSessionRenewal } from './session.ts';
export { createSessionStates, type SessionStates } from './session-states.ts';
