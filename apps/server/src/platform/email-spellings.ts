import { domainToUnicode } from 'node:url';
import { readEmail } from '@kindred/shop-types';
import { type Statement, sql } from './postgres/sql.ts';

/**
 * Returns the spellings under which an email address may be stored: as typed, normalised, and with the letters of its domain. Some
 * addresses were stored by versions that did not normalise.
 */
export function emailSpellings(typed: string): string[] {
  const reading = readEmail(typed);
  if ('refusal' in reading) return [typed.trim()];
  const [local, domain] = reading.value.split('@');
  return [...new Set([typed.trim(), reading.value, `${local}@${domainToUnicode(domain)}`])];
}

/** Returns a key that is the same for all spellings of an address. */
export function emailKey(typed: string): string {
  const reading = readEmail(typed);
  return ('refusal' in reading ? typed.trim() : reading.value).toLowerCase();
}

/** Matches a column that contains the address in any spelling and case. An index on `lower(column)` finds it. */
export function isEmail(column: Statement, typed: string): Statement {
  const spellings = emailSpellings(typed).map((one) => sql`lower(${one})`);
  return sql`lower(${column}) in (${sql.join(spellings, sql`, `)})`;
}
