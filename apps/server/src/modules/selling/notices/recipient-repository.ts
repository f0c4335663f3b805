import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { Asker } from './notice.ts';

/** Finds or creates the recipient, and locks it until the transaction ends, so that its notices change one at a time. */
export async function ensureRecipient(tx: Transaction, asker: Asker): Promise<string> {
  const { rows } = await tx.execute<{ recipient_id: string }>(
    asker.kind === 'user'
      ? sql`insert into notice_recipients (user_id) values (${asker.userId})
          on conflict (user_id) do update set user_id = excluded.user_id returning recipient_id`
      : sql`insert into notice_recipients as r (email) values (${asker.email})
          on conflict (lower(email)) do update set email = r.email returning recipient_id`,
  );
  return rows[0].recipient_id;
}

/** Returns undefined if the user never had a notice. */
export async function findRecipientOf(
  db: Database,
  userId: string,
): Promise<{ recipientId: string; watchesWishlist: boolean } | undefined> {
  const { rows } = await db.execute<{ recipient_id: string; watches_wishlist: boolean }>(
    sql`select recipient_id, watches_wishlist from notice_recipients where user_id = ${userId}`,
  );
  return rows[0] && { recipientId: rows[0].recipient_id, watchesWishlist: rows[0].watches_wishlist };
}

/** Also returns false if the recipient does not exist (any more). */
export async function isWatchingWishlist(db: Database, recipientId: string): Promise<boolean> {
  const { rows } = await db.execute<{ watches_wishlist: boolean }>(
    sql`select watches_wishlist from notice_recipients where recipient_id = ${recipientId}::uuid`,
  );
  return rows[0]?.watches_wishlist ?? false;
}

export async function setWatchesWishlist(
  tx: Transaction,
  recipientId: string,
  watches: boolean,
): Promise<void> {
  await tx.execute(sql`
    update notice_recipients set watches_wishlist = ${watches} where recipient_id = ${recipientId}::uuid`);
}
