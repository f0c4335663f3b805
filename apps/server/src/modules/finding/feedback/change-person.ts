import { type Database, type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import { holdMember } from '../../../platform/postgres/hold-member.ts';
import { feedbackProblem } from './feedback-errors.ts';
import { countFeedback, hasOptedOut, lockPerson } from './feedback-repository.ts';
import type { Person } from './person.ts';

const most = 2_000;

/**
 * Changes what the shop knows about a person's taste. The changes of one person wait for each other.
 * @throws ProblemError `account-gone`
 */
export function changePerson<Outcome>(
  db: Database,
  person: Person,
  change: (tx: Transaction) => Promise<Outcome>,
): Promise<Outcome> {
  return withTransaction(db, async (tx) => {
    if (person.kind === 'member' && !(await holdMember(tx, person.userId)))
      throw feedbackProblem('account-gone');
    await lockPerson(tx, person);
    return change(tx);
  });
}

/**
 * A request may have begun before the person opted out, or on a node that does not know it yet.
 * @throws ProblemError `opted-out`
 */
export async function requireOptedIn(tx: Transaction, person: Person): Promise<void> {
  if (person.kind === 'member' && (await hasOptedOut(tx, person.userId))) throw feedbackProblem('opted-out');
}

/**
 * Marks of removed products count too: every shelf reads them.
 * @throws ProblemError `feedback-full`
 */
export async function requireRoom(tx: Transaction, person: Person): Promise<void> {
  if ((await countFeedback(tx, person)) >= most)
    throw feedbackProblem(
      'feedback-full',
      `A person can give ${most}. Please take some back, or start the recommendations anew.`,
    );
}
