export { createAccountsModule } from './accounts-module.ts';
export { findDefaultCountry } from './address-repository.ts';
export { appointAdmin } from './appoint-admin.ts';
export { createAccount } from './create-account.ts';
export { findProfile } from './find-profile.ts';
export { hasPassword, type MadeAccount, renewGivenPassword } from './given-password.ts';
export { createPasswords, type Passwords, strongPasswords } from './password.ts';
