import { type RecommendationHistory, usualSignals } from '@kindred/contracts';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { holdMember } from '../../../platform/postgres/hold-member.ts';
import { findEntries } from '../../catalogue/catalog/index.ts';
import { findHistory, type Shopper } from '../interactions/index.ts';
import { feedbackProblem } from './feedback-errors.ts';
import { lockPerson, putFeedback } from './feedback-repository.ts';
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

/** Removes an item from the history: its views are deleted, and other deeds up to now no longer count. */
export async function forgetItem(db: Database, person: Person, productId: number): Promise<void> {
  await withTransaction(db, async (tx) => {
    if (person.kind === 'member' && !(await holdMember(tx, person.userId)))
      throw feedbackProblem('account-gone');
    await lockPerson(tx, person);
    await deleteViews(tx, person, productId);
    await putFeedback(tx, person, { kind: 'forget', productId });
  });
}

export async function resetRecommendations(db: Database, person: Person): Promise<void> {
  await withTransaction(db, async (tx) => {
    if (person.kind === 'member' && !(await holdMember(tx, person.userId)))
      throw feedbackProblem('account-gone');
    await lockPerson(tx, person);
    await resetHistory(tx, person);
  });
}

/** Switches personal recommendations off or on. Off, everything that the shop knows of the person's taste is deleted. */
export async function chooseOptOut(db: Database, person: Person, isOptedOut: boolean): Promise<void> {
  await withTransaction(db, async (tx) => {
    await lockPerson(tx, person);
    if (isOptedOut) await deleteTraces(tx, person);
    if (person.kind === 'member' && !(await storeOptOut(tx, person.userId, isOptedOut)))
      throw feedbackProblem('account-gone');
  });
}
