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
 * Deletes all personal data of an account, immediately and permanently.
 * @throws ProblemError `wrong-password`, `open-orders`, `too-many-attempts`
 */
export async function eraseAccount(
  accounts: Accounts,
  { caller, password }: { caller: Requirer; password: string },
): Promise<void> {
  const { userId } = caller;
  await requirePassword(accounts, caller, password);
  // Stays even if the account cannot be deleted yet, so that its owner sees the order that prevents it.
  await claimGuestOrders(accounts.db, userId);
  await withTransaction(accounts.db, async (tx) => {
    // A concurrent order locks the user's row, so it is either seen here or does not find the user.
    const account = await requireAccount(tx, userId, { forUpdate: true });
    // Another address may have been confirmed since the password was checked.
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
    // If the address was never verified, it may belong to another person, whose data must stay.
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
      'data of an erased account outside the database could not be deleted',
    );
  });
}
