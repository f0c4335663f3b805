import { type Reading, refuse } from './reading.ts';

const longest = 254;
const longestLocal = 64;
/** Characters that no screen shows: two addresses that differ only by them look the same. */
const unseen = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Cs}]/u;
const form = /^([^\s@<>()[\]\\,;:"]+)@([^\s@<>()[\]\\,;:"%/?#]+)$/;
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const topLevel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

const refusal = refuse('not-an-email', 'must be an email address such as name@example.com');

/** Converts `müller.example` to the mail system's spelling, `xn--mller-kva.example`. Undefined: not a domain that mail can go to. */
function asciiDomain(domain: string): string | undefined {
  const address = `http://${domain}/`;
  if (!URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  const labels = hostname.split('.');
  const isDomain =
    labels.length >= 2 && labels.every((one) => label.test(one)) && topLevel.test(labels.at(-1)!);
  return isDomain ? hostname : undefined;
}

/**
 * Reads an email address: trimmed, in compatibility form (NFKC), with its domain in lower case and ASCII. The part before the `@` keeps its
 * case, which the mailbox decides; comparisons ignore it.
 *
 * @example readEmail(' Ada@Example.COM ') // { value: 'Ada@example.com' }
 */
export function readEmail(text: string): Reading {
  const tidy = text.trim().normalize('NFKC');
  if (unseen.test(tidy)) return refuse('unseen-character', 'must have no character that cannot be seen');
  const [, local = '', domain = ''] = form.exec(tidy) ?? [];
  const host = domain === '' ? undefined : asciiDomain(domain);
  if (host === undefined || local.length > longestLocal) return refusal;
  const value = `${local}@${host}`;
  return value.length > longest ? refuse('too-long', `must have at most ${longest} characters`) : { value };
}
