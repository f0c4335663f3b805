import { presentTime } from '@kindred/shop-types';
import { type Statement, sql } from './sql.ts';

/** A column of moments as everything outside sees them: what `presentTime` makes of one. */
export function utcTime(column: Statement): Statement {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** As PostgreSQL writes moments into JSON: with microseconds, and the session's distance from UTC. */
const writtenByPostgres = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?[+-]\d{2}:\d{2}$/;

/** The same value with all moments in it, however deep, as everything outside sees them. */
export function withPresentedTimes<Value>(value: Value): Value {
  if (typeof value === 'string') return (writtenByPostgres.test(value) ? presentTime(value) : value) as Value;
  if (Array.isArray(value)) return value.map(withPresentedTimes) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withPresentedTimes(one)]),
  ) as Value;
}
