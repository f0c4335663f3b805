export { accountJobs, accountSchedules } from './account-jobs.ts';
export { accountPages } from './account-pages.ts';
export { accountRoutes } from './account-routes.ts';
export { type Accounts, createAccounts } from './accounts.ts';
export { appointAdmin } from './appoint-admin.ts';
export { createAccount } from './create-account.ts';
export { loginPages } from './login-pages.ts';
export { createPasswords, type Passwords, strongPasswords } from './password.ts';
export { createSessionRenewal } from './session.ts';
