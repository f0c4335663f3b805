import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { ensureRecipient, findRecipientOf, setWatchesWishlist } from './recipient-repository.ts';
import { requireVerified } from './require-verified.ts';
import { unwatchWished } from './wished-notice-repository.ts';

export async function watchesWishlist(db: Database, userId: string): Promise<boolean> {
  return (await findRecipientOf(db, userId))?.watchesWishlist ?? false;
}

/** @throws ProblemError `verify-your-email`, `account-gone` */
export async function startWatchingWishlist(tx: Transaction, userId: string): Promise<void> {
  await requireVerified(tx, userId);
  await setWatchesWishlist(tx, await ensureRecipient(tx, { kind: 'user', userId }), true);
}

export async function stopWatchingWishlist(tx: Transaction, userId: string): Promise<void> {
  const recipientId = await ensureRecipient(tx, { kind: 'user', userId });
  await setWatchesWishlist(tx, recipientId, false);
  await unwatchWished(tx, { userId });
}
