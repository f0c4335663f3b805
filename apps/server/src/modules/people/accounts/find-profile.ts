import type { Profile } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import { profileOf } from './account.ts';
import { findAccount } from './account-repository.ts';

/** Returns undefined if the account was deleted. A token may outlive it by some minutes. */
export async function findProfile(db: Database, userId: string): Promise<Profile | undefined> {
  const account = await findAccount(db, userId);
  return account && profileOf(account);
}
