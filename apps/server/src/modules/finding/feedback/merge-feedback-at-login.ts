import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { holdMember } from '../../../platform/postgres/hold-member.ts';
import { lockPerson, moveFeedback } from './feedback-repository.ts';

/** Moves a browser's feedback to the account at log-in. */
export async function mergeFeedbackAtLogin(
  db: Database,
  { userId, visitorId }: { userId: string; visitorId: string },
): Promise<void> {
  await withTransaction(db, async (tx) => {
    if (!(await holdMember(tx, userId))) return;
    await lockPerson(tx, { kind: 'visitor', visitorId });
    await lockPerson(tx, { kind: 'member', userId, visitorId });
    await moveFeedback(tx, { userId, visitorId });
  });
}
