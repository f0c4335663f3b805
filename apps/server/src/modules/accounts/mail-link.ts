import type { Transaction } from '../../platform/postgres/database.ts';
import { queueMail } from '../mails/index.ts';
import type { Accounts } from './accounts.ts';
import { insertMailToken, type MailTokenHolder, type MailTokenPurpose } from './mail-token-repository.ts';
import { createSecretToken } from './secret-token.ts';

const links = {
  'verify-email': { page: 'verify', lifetimeSeconds: 3 * 24 * 60 * 60 },
  'reset-password': { page: 'reset', lifetimeSeconds: 60 * 60 },
} as const;

async function createLink(
  { publicUrl }: Accounts,
  tx: Transaction,
  purpose: MailTokenPurpose,
  holder: MailTokenHolder,
): Promise<string> {
  const { page, lifetimeSeconds } = links[purpose];
  const { token, hash } = createSecretToken();
  await insertMailToken(tx, { ...holder, tokenHash: hash, purpose, lifetimeSeconds });
  return `${publicUrl}/account/${page}?token=${token}`;
}

export async function mailVerification(
  accounts: Accounts,
  tx: Transaction,
  { userId, email, firstName }: MailTokenHolder & { firstName: string | null },
): Promise<void> {
  const link = await createLink(accounts, tx, 'verify-email', { userId, email });
  await queueMail(tx, { kind: 'verify-email', recipient: email, data: { first_name: firstName, link } });
}

export async function mailPasswordReset(
  accounts: Accounts,
  tx: Transaction,
  { userId, email }: MailTokenHolder,
): Promise<void> {
  const link = await createLink(accounts, tx, 'reset-password', { userId, email });
  await queueMail(tx, { kind: 'reset-password', recipient: email, data: { link } });
}
