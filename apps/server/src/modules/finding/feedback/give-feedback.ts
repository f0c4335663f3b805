import type { Feedback, FeedbackKind, FeedbackList, FeedbackQuery } from '@kindred/contracts';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { catalogProblem, findEntries } from '../../catalogue/catalog/index.ts';
import { changePerson, requireOptedIn, requireRoom } from './change-person.ts';
import { feedbackProblem } from './feedback-errors.ts';
import {
  findFeedback,
  findSubject,
  putFeedback,
  removeAboutItem,
  type StoredFeedback,
} from './feedback-repository.ts';
import type { Person } from './person.ts';

/** What a new opinion takes back. */
const opposed: Readonly<Partial<Record<FeedbackKind, readonly FeedbackKind[]>>> = {
  like: ['dislike', 'hide'],
  dislike: ['like', 'hide'],
  hide: ['like', 'dislike'],
};

/** @throws ProblemError `product-not-found`, `no-brand`, `no-category`, `opted-out`, `feedback-full`, `account-gone` */
export async function giveFeedback(
  db: Database,
  person: Person,
  { kind, productId }: { kind: FeedbackKind; productId: number },
): Promise<{ feedback: Feedback; isNew: boolean }> {
  const { feedback, isNew } = await changePerson(db, person, async (tx) => {
    await requireOptedIn(tx, person);
    const subject = await findSubject(tx, productId);
    if (!subject) throw catalogProblem('product-not-found', `No product ${productId} is listed.`);
    if (kind === 'less-of-brand' && subject.brand === null) throw feedbackProblem('no-brand');
    if (kind === 'less-of-category' && subject.categoryId === null) throw feedbackProblem('no-category');
    await requireRoom(tx, person);
    const kinds = opposed[kind];
    if (kinds) await removeAboutItem(tx, person, { kinds, productId });
    const put = await putFeedback(tx, person, { kind, productId });
    if (!put) throw catalogProblem('product-not-found', `The product ${productId} was just deleted.`);
    return put;
  });
  return { feedback: (await present(db, [feedback]))[0], isNew };
}

/** @throws ProblemError `invalid-cursor` */
export async function listFeedback(
  db: Database,
  person: Person | undefined,
  { limit = 24, cursor }: FeedbackQuery,
): Promise<FeedbackList> {
  if (!person) return { items: [], next_cursor: null };
  const before = cursor === undefined ? undefined : String(decodeCursor(cursor, ['int8'])[0]);
  const found = await findFeedback(db, person, { limit: limit + 1, before });
  const page = found.slice(0, limit);
  return {
    items: await present(db, page),
    next_cursor: found.length > limit ? encodeCursor([page.at(-1)!.feedbackId]) : null,
  };
}

async function present(db: Database, stored: readonly StoredFeedback[]): Promise<Feedback[]> {
  const entries = await findEntries(
    db,
    stored.flatMap(({ productId }) => productId ?? []),
  );
  return stored.map(({ feedbackId, kind, productId, brand, category, givenAt }) => ({
    feedback_id: feedbackId,
    kind,
    product: productId === null ? null : (entries.get(productId)?.product ?? null),
    brand,
    category: category && { category_id: category.categoryId, name: category.name },
    given_at: givenAt,
  }));
}
