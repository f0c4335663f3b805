import type { FastifyRequest } from 'fastify';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';

/** A member, or a visitor before the log-in. */
export type Person =
  | { readonly kind: 'member'; readonly userId: string; readonly visitorId: string | undefined }
  | { readonly kind: 'visitor'; readonly visitorId: string };

/** Undefined: a visitor without a cookie. */
export function personAsking({ caller: { userId }, visitorId }: FastifyRequest): Person | undefined {
  if (userId !== undefined) return { kind: 'member', userId, visitorId };
  return visitorId === undefined ? undefined : { kind: 'visitor', visitorId };
}

/** Whether a row with `user_id` and `visitor_id` is about the person. A member has no row with a visitor. */
export function isAbout(person: Person): Statement {
  return person.kind === 'member'
    ? sql`user_id = ${person.userId}`
    : sql`visitor_id = ${person.visitorId}::uuid`;
}

/** Whether an event is the person's: a member also has those of their browsers, on all devices, before the log-in. */
export function isDoneBy(person: Person): Statement {
  if (person.kind === 'visitor') return sql`(visitor_id = ${person.visitorId}::uuid and user_id is null)`;
  const { userId, visitorId = null } = person;
  // An array, because an index can be searched for its values, but not for those of a subquery in an "or".
  return sql`(user_id = ${userId} or (user_id is null and visitor_id = any (array(
    select visitor_id from visitor_members where user_id = ${userId} union select ${visitorId}::uuid))))`;
}
