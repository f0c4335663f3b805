import { type RecommendationHistory, usualSignals } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import { findEntries } from '../../catalogue/catalog/index.ts';
import { findHistory, type Shopper } from '../interactions/index.ts';
import { changePerson, requireOptedIn, requireRoom } from './change-person.ts';
import { feedbackProblem } from './feedback-errors.ts';
import { putFeedback } from './feedback-repository.ts';
import type { Person } from './person.ts';
import { deleteTraces, deleteViews, resetHistory, storeOptOut } from './traces-repository.ts';

/** Returns what counts for the shopper's recommendations now. */
export async function readHistory(db: Database, shopper: Shopper): Promise<RecommendationHistory> {
  // The weights are not shown.
  const { entries } = await findHistory(db, shopper, { signals: usualSignals });
  const products = await findEntries(
    db,
    entries.map(({ productId }) => productId),
  );
  return {
    items: entries.flatMap(({ productId, deed, at }) => {
      const product = products.get(productId)?.product;
      return product ? { product, deed, at: at.toISOString() } : [];
    }),
  };
}

/**
 * Removes an item from the history: its views are deleted, and other deeds up to now no longer count.
 * @throws ProblemError `opted-out`, `feedback-full`, `account-gone`
 */
export async function forgetItem(db: Database, person: Person, productId: number): Promise<void> {
  await changePerson(db, person, async (tx) => {
    await requireOptedIn(tx, person);
    await deleteViews(tx, person, productId);
    await requireRoom(tx, person);
    await putFeedback(tx, person, { kind: 'forget', productId });
  });
}

/** @throws ProblemError `account-gone` */
export async function resetRecommendations(db: Database, person: Person): Promise<void> {
  await changePerson(db, person, (tx) => resetHistory(tx, person));
}

/**
 * Switches personal recommendations off or on. Off, everything that the shop knows of the person's taste is deleted.
 * @throws ProblemError `account-gone`
 */
export async function chooseOptOut(db: Database, person: Person, isOptedOut: boolean): Promise<void> {
  await changePerson(db, person, async (tx) => {
    if (isOptedOut) await deleteTraces(tx, person);
    if (person.kind === 'member' && !(await storeOptOut(tx, person.userId, isOptedOut)))
      throw feedbackProblem('account-gone');
  });
}
