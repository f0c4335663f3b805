import { presentTime } from '@kindred/shop-types';
import { type Statement, sql } from './sql.ts';

/** Formats a timestamp column as the API shows it, like `presentTime`. */
export function utcTime(column: Statement): Statement {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** PostgreSQL's format of timestamps in JSON, with microseconds and the session's offset from UTC. */
const writtenByPostgres = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?[+-]\d{2}:\d{2}$/;

/** Formats all timestamps in a value, at any depth, as the API shows them. */
export function withPresentedTimes<Value>(value: Value): Value {
  if (typeof value === 'string') return (writtenByPostgres.test(value) ? presentTime(value) : value) as Value;
  if (Array.isArray(value)) return value.map(withPresentedTimes) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withPresentedTimes(one)]),
  ) as Value;
}
