/** @file Defines whose uses of a promo code are counted together: those of one account, and those of one mailbox. */
import { createHash } from 'node:crypto';

export interface Person {
  readonly email: string | null;
  /** Null for a guest. */
  readonly userId: string | null;
}

const gmail = new Set(['gmail.com', 'googlemail.com']);

/**
 * Returns the mailbox of an address: in lower case, without a tag (`ada+shop@...`), and for Gmail without dots, which make no difference
 * there. No mail is sent to it. Migration 0012 has the same rule in SQL.
 */
export function mailboxOf(email: string): string {
  const address = email.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  const untagged = local.replace(/(?<=.)\+.*$/s, '');
  return gmail.has(domain) ? `${untagged.replaceAll('.', '')}@gmail.com` : `${untagged}@${domain}`;
}

/** Identifies the person who used a code, without revealing them. */
export function personHash(email: string): string {
  return createHash('sha256').update(mailboxOf(email)).digest('hex');
}
