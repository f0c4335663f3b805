/** @file Whose uses of a promo code are counted together: those of one account, and those of one mailbox. */
import { createHash } from 'node:crypto';

export interface Person {
  readonly email: string | null;
  /** Null: a guest. */
  readonly userId: string | null;
}

const gmail = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox behind an address: without case, without a tag (`ada+shop@...`), and at Gmail without dots, which reach the
 * same person there. Nobody is written to at it. Migration 0012 says the same in SQL.
 */
export function mailboxOf(email: string): string {
  const address = email.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  const untagged = local.replace(/(?<=.)\+.*$/s, '');
  return gmail.has(domain) ? `${untagged.replaceAll('.', '')}@gmail.com` : `${untagged}@${domain}`;
}

/** Who used a code, guest or not, without saying who. */
export function personHash(email: string): string {
  return createHash('sha256').update(mailboxOf(email)).digest('hex');
}
