import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';

/** A product and its variants, which share one page of reviews. */
const together = (productId: number): Statement => sql`(
  select ${productId}::int union select m.product_id from products p join products m using (group_id) where p.product_id = ${productId})`;

/** Finds a published review of this product or of one of its variants. */
export async function findVotable(
  tx: Transaction,
  { reviewId, productId }: { reviewId: string; productId: number },
): Promise<{ userId: string; helpfulVotes: number } | undefined> {
  const { rows } = await tx.execute<{ user_id: string; helpful_votes: number }>(sql`
    select user_id, helpful_votes from reviews
    where review_id = ${reviewId}::bigint and product_id in ${together(productId)} and status = 'published'`);
  return rows[0] && { userId: rows[0].user_id, helpfulVotes: rows[0].helpful_votes };
}

/** Returns false if the vote already exists. */
export async function insertVote(tx: Transaction, reviewId: string, userId: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    insert into review_votes (review_id, user_id) values (${reviewId}::bigint, ${userId}) on conflict do nothing`);
  return rowCount === 1;
}

/** Returns false if there was no vote. */
export async function deleteVote(tx: Transaction, reviewId: string, userId: string): Promise<boolean> {
  const { rowCount } = await tx.execute(
    sql`delete from review_votes where review_id = ${reviewId}::bigint and user_id = ${userId}`,
  );
  return rowCount === 1;
}

export async function adjustHelpfulVotes(tx: Transaction, reviewId: string, delta: 1 | -1): Promise<number> {
  const { rows } = await tx.execute<{ helpful_votes: number }>(sql`
    update reviews set helpful_votes = greatest(helpful_votes + ${delta}::int, 0) where review_id = ${reviewId}::bigint
    returning helpful_votes`);
  return rows[0]?.helpful_votes ?? 0;
}

/** Returns the ids of a product's reviews that the user marked as helpful. */
export async function findVotedIds(db: Database, userId: string, productId: number): Promise<string[]> {
  const { rows } = await db.execute<{ review_id: string }>(sql`
    select review_id::text from review_votes v join reviews r using (review_id)
    where v.user_id = ${userId} and r.product_id in ${together(productId)} order by v.review_id`);
  return rows.map(({ review_id }) => review_id);
}
