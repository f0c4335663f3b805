import { domainToUnicode } from 'node:url';
import { readEmail } from '@kindred/shop-types';
import { type Statement, sql } from './postgres/sql.ts';

/**
 * What an email address may be stored as: as typed, as it is read, and with the letters of its domain. Some were stored before
 * there was a reader.
 */
export function emailSpellings(typed: string): string[] {
  const reading = readEmail(typed);
  if ('refusal' in reading) return [typed.trim()];
  const [local, domain] = reading.value.split('@');
  return [...new Set([typed.trim(), reading.value, `${local}@${domainToUnicode(domain)}`])];
}

/** What all spellings of an address have in common. */
export function emailKey(typed: string): string {
  const reading = readEmail(typed);
  return ('refusal' in reading ? typed.trim() : reading.value).toLowerCase();
}

/** Whether a column holds the address, in any spelling and any case. An index on `lower(column)` finds it. */
export function isEmail(column: Statement, typed: string): Statement {
  const spellings = emailSpellings(typed).map((one) => sql`lower(${one})`);
  return sql`lower(${column}) in (${sql.join(spellings, sql`, `)})`;
}
