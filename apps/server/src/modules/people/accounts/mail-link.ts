import type { Transaction } from '../../../platform/postgres/database.ts';
import { createSecretToken } from '../../../platform/secret-token.ts';
import { queueMail } from '../../mailing/mails/index.ts';
import type { Accounts } from './accounts.ts';
import {
  findUnusedMailTokens,
  insertMailToken,
  type MailTokenHolder,
  type MailTokenPurpose,
} from './mail-token-repository.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** The storefront's pages that use the links. Opening a page changes nothing; its button does. */
const links = {
  'verify-email': { path: 'verify-email', lifetimeMs: 3 * dayMs },
  'reset-password': { path: 'reset-password', lifetimeMs: 60 * minuteMs },
  'log-in': { path: 'login/link', lifetimeMs: 60 * minuteMs },
  'change-email': { path: 'confirm-email', lifetimeMs: dayMs },
} as const;

/**
 * How long to wait after each mail with an unused link before the next one. It is always shorter than the link's lifetime. So the mailbox
 * always has a valid link after a request, and requests cannot flood it.
 */
const waitsMs = [10, 20, 45].map((minutes) => minutes * minuteMs);

async function wasMailedJustNow(
  { clock }: Accounts,
  tx: Transaction,
  purpose: MailTokenPurpose,
  userId: string,
): Promise<boolean> {
  const now = clock().getTime();
  const { count, newestAt } = await findUnusedMailTokens(tx, {
    userId,
    purpose,
    since: new Date(now - dayMs),
  });
  const wait = waitsMs[Math.min(count, waitsMs.length) - 1];
  return newestAt !== undefined && now < newestAt.getTime() + wait;
}

/** Creates a link for the holder, with a token that works once. */
export async function createLink(
  accounts: Accounts,
  tx: Transaction,
  purpose: MailTokenPurpose,
  { userId, email, sessionId }: MailTokenHolder,
): Promise<string> {
  const { path, lifetimeMs } = links[purpose];
  const { token, hash } = createSecretToken();
  const createdAt = accounts.clock();
  const expiresAt = new Date(createdAt.getTime() + lifetimeMs);
  await insertMailToken(tx, { userId, email, sessionId, tokenHash: hash, purpose, createdAt, expiresAt });
  return `${accounts.publicUrl}/${path}?token=${token}`;
}

/** Mails a link, unless a recent link is still valid. The caller holds the lock of the user's row. */
export async function mailLink(
  accounts: Accounts,
  tx: Transaction,
  purpose: Exclude<MailTokenPurpose, 'change-email'>,
  holder: MailTokenHolder & { firstName: string | null },
): Promise<void> {
  if (await wasMailedJustNow(accounts, tx, purpose, holder.userId)) return;
  const { email: recipient, firstName } = holder;
  const link = await createLink(accounts, tx, purpose, holder);
  if (purpose === 'verify-email')
    await queueMail(tx, { kind: purpose, recipient, data: { first_name: firstName, link } });
  else await queueMail(tx, { kind: purpose, recipient, data: { link } });
}
