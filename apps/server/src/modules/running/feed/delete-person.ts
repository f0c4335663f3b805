import { randomUUID } from 'node:crypto';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

/**
 * Deletes a person who was sent, and everything that is known about them. Anonymous counts of views stay. The person may be sent again later.
 * A person with an account deletes it themselves, because their orders and invoices follow other rules.
 */
export function deletePerson(db: Database, userId: string): Promise<'deleted' | 'has-account' | 'not-found'> {
  return withTransaction(db, async (tx) => {
    const { rows } = await tx.execute<{ is_sent: boolean }>(sql`
      select email is null and password_hash is null and erased_at is null
        and not exists (select from orders o where o.user_id = u.user_id) as is_sent
      from users u where user_id = ${userId} for update`);
    if (rows.length === 0) return 'not-found';
    if (!rows[0].is_sent) return 'has-account';
    // A new visitor id that no browser's cookie has.
    const visitorId = randomUUID();
    for (const table of ['events', 'exposures'])
      await tx.execute(sql`
        update ${sql.identifier(table)} set user_id = null, visitor_id = ${visitorId} where user_id = ${userId}`);
    await tx.execute(sql`delete from reviews where user_id = ${userId}`);
    await tx.execute(sql`delete from users where user_id = ${userId}`);
    return 'deleted';
  });
}
