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

/** The storefront's pages that use them: opening one changes nothing, its button does. */
const links = {
  'verify-email': { path: 'verify-email', lifetimeMs: 3 * dayMs },
  'reset-password': { path: 'reset-password', lifetimeMs: 60 * minuteMs },
  'log-in': { path: 'login/link', lifetimeMs: 60 * minuteMs },
  'change-email': { path: 'confirm-email', lifetimeMs: dayMs },
} as const;

/**
 * How long to wait after each mail of a kind whose link nobody used, before there is another; always less than its link is good
 * for. So whoever asks, however often, finds a link that works, and nobody floods a mailbox.
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

/** A link for the holder, with a token that is good once. */
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

/** Mails a link, unless one was mailed just now that is still good. The caller holds the row of the user. */
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
