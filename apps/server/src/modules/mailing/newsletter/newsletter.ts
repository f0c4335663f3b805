/** @file Double opt-in: an address is subscribed only after its owner has opened the link in the mail. */
import { randomUUID } from 'node:crypto';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { hashToken } from '../../../platform/secret-token.ts';
import { queueMail } from '../mails/index.ts';
import { newsletterProblem } from './newsletter-errors.ts';
import {
  ensureSubscription,
  lockSubscription,
  markConfirmed,
  markPending,
  markUnsubscribed,
} from './newsletter-repository.ts';
import { newsletterToken } from './newsletter-token.ts';

export interface Newsletter {
  readonly db: Database;
  /** Signs links. */
  readonly secret: string;
  readonly publicUrl: string;
}

/** A repeated request sends another mail at most once per UTC day, so that the form cannot flood an inbox. */
const mailEveryMs = 24 * 60 * 60_000;

/** Mails the address a link to subscribe. A subscribed address gets no mail. */
export async function subscribe(
  { db, secret, publicUrl }: Newsletter,
  { email: typed, now }: { email: string; now: Date },
): Promise<void> {
  const email = typed.trim();
  const id = randomUUID();
  const hashFor = (subscriptionId: string) => hashToken(newsletterToken(subscriptionId, secret));
  await withTransaction(db, async (tx) => {
    const { subscriptionId, state } = await ensureSubscription(tx, { id, email, tokenHash: hashFor(id) });
    if (state === 'confirmed') return;
    await markPending(tx, { subscriptionId, tokenHash: hashFor(subscriptionId) });
    await queueMail(tx, {
      kind: 'newsletter-confirm',
      recipient: email,
      data: { link: `${publicUrl}/newsletter/confirm?token=${newsletterToken(subscriptionId, secret)}` },
      // An address that unsubscribed may have got a mail today. Only its owner can have unsubscribed it.
      ...(state !== 'unsubscribed' && {
        onceKey: `newsletter-confirm:${subscriptionId}:${Math.floor(now.getTime() / mailEveryMs)}`,
      }),
    });
  });
}

/** @throws ProblemError `invalid-newsletter-token`, also for an address that has unsubscribed since */
export async function confirmSubscription(
  { db, secret, publicUrl }: Newsletter,
  token: string,
): Promise<void> {
  await withTransaction(db, async (tx) => {
    const subscription = await lockSubscription(tx, hashToken(token));
    if (!subscription || subscription.state === 'unsubscribed')
      throw newsletterProblem('invalid-newsletter-token');
    const { subscriptionId, email, state } = subscription;
    if (state === 'confirmed') return;
    await markConfirmed(tx, subscriptionId);
    await queueMail(tx, {
      kind: 'newsletter-welcome',
      recipient: email,
      data: {
        unsubscribe_link: `${publicUrl}/newsletter/unsubscribe?token=${newsletterToken(subscriptionId, secret)}`,
      },
    });
  });
}

/** @throws ProblemError `invalid-newsletter-token` */
export async function unsubscribe({ db }: Pick<Newsletter, 'db'>, token: string): Promise<void> {
  await withTransaction(db, async (tx) => {
    const subscription = await lockSubscription(tx, hashToken(token));
    if (!subscription) throw newsletterProblem('invalid-newsletter-token');
    if (subscription.state !== 'unsubscribed') await markUnsubscribed(tx, subscription.subscriptionId);
  });
}
