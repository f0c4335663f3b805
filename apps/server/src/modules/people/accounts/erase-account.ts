import { withTransaction } from '../../../platform/postgres/database.ts';
import { claimGuestOrders } from '../../selling/orders/index.ts';
import { accountProblem } from './account-problem.ts';
import type { Accounts } from './accounts.ts';
import {
  deleteMailsAboutOrders,
  deleteMailsCausedBy,
  deleteMailsTo,
  deleteNewsletterSubscriptions,
  deleteNoticesTo,
  deletePossessions,
  deleteSearches,
  hasPendingOrders,
  stripTraces,
  stripUser,
} from './erasure-repository.ts';
import { type Requirer, requireAccount, requirePassword } from './require-account.ts';

/**
 * Deletes what is personal, at once and for good.
 * @throws ProblemError `wrong-password`, `open-orders`, `too-many-attempts`
 */
export async function eraseAccount(
  accounts: Accounts,
  { caller, password }: { caller: Requirer; password: string },
): Promise<void> {
  const { userId } = caller;
  await requirePassword(accounts, caller, password);
  // Kept when the account has to stay: its owner sees which order it waits for.
  await claimGuestOrders(accounts.db, userId);
  await withTransaction(accounts.db, async (tx) => {
    // An order that is being placed right now holds the user's row: it is seen, or finds nobody.
    const account = await requireAccount(tx, userId, { forUpdate: true });
    // Another address may have been confirmed since the password was asked for.
    const email = account.email!;
    if (await hasPendingOrders(tx, userId))
      throw accountProblem(
        'open-orders',
        'Please wait until your orders are complete, or cancel them: we need your address until then.',
      );
    await deleteSearches(tx, userId);
    await deletePossessions(tx, userId);
    await deleteMailsAboutOrders(tx, userId);
    await stripTraces(tx, userId);
    await deleteMailsCausedBy(tx, { userId, email });
    // Who never showed that the address is theirs deletes nothing else of whose it is.
    const shown = account.isVerified ? [email, ...account.formerEmails] : account.formerEmails;
    await deleteMailsTo(tx, shown);
    await deleteNewsletterSubscriptions(tx, shown);
    await deleteNoticesTo(tx, shown);
    await stripUser(tx, userId);
  });
  accounts.onAccessChanged(userId);
  await accounts.onErased(userId).catch((error: unknown) => {
    accounts.logger.error(
      { err: error, userId },
      'what is kept elsewhere of an erased account was not erased',
    );
  });
}
