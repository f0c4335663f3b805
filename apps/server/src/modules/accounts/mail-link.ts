import type { Transaction } from '../../platform/postgres/database.ts';
import { queueMail } from '../mails/index.ts';
import type { Accounts } from './accounts.ts';
import {
  findUnusedMailTokens,
  insertMailToken,
  type MailTokenHolder,
  type MailTokenPurpose,
} from './mail-token-repository.ts';
import { createSecretToken } from './secret-token.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const links = {
  'verify-email': { path: 'verify', lifetimeMs: 3 * dayMs },
  'reset-password': { path: 'reset', lifetimeMs: 60 * minuteMs },
  'log-in': { path: 'login-link/use', lifetimeMs: 60 * minuteMs },
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

/** Mails a link, unless one was mailed just now that is still good. The caller holds the row of the user. */
export async function mailLink(
  accounts: Accounts,
  tx: Transaction,
  purpose: MailTokenPurpose,
  { userId, email, firstName }: MailTokenHolder & { firstName: string | null },
): Promise<void> {
  if (await wasMailedJustNow(accounts, tx, purpose, userId)) return;
  const { path, lifetimeMs } = links[purpose];
  const { token, hash } = createSecretToken();
  const createdAt = accounts.clock();
  const expiresAt = new Date(createdAt.getTime() + lifetimeMs);
  await insertMailToken(tx, { userId, email, tokenHash: hash, purpose, createdAt, expiresAt });
  const link = `${accounts.publicUrl}/account/${path}?token=${token}`;
  if (purpose === 'verify-email')
    await queueMail(tx, { kind: purpose, recipient: email, data: { first_name: firstName, link } });
  else await queueMail(tx, { kind: purpose, recipient: email, data: { link } });
}
