import type { OwnReview, ReviewPhoto, ReviewStatus } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';
import { reviewPhotos } from '../media/index.ts';

export interface OwnReviewRow {
  review_id: string;
  user_id: string;
  product_id: number;
  rating: number;
  title: string;
  text: string;
  photos: ReviewPhoto[];
  reviewed_at: string;
  helpful_votes: number;
  verified_purchase: boolean;
  status: ReviewStatus;
  moderation_note: string | null;
}

/** Columns of `OwnReviewRow`; the query names `reviews` as r. */
export const ownReviewColumns: Statement = sql`
  r.review_id::text, r.user_id, r.product_id, r.rating, r.title, r.text, r.helpful_votes, r.verified_purchase, r.status,
  r.moderation_note, ${reviewPhotos} as photos, ${utcTime(sql`r.timestamp`)} as reviewed_at`;

export function ownReviewOf(row: OwnReviewRow): OwnReview {
  return {
    review_id: row.review_id,
    product_id: row.product_id,
    rating: row.rating,
    title: row.title,
    text: row.text,
    photos: row.photos,
    reviewed_at: row.reviewed_at,
    helpful_votes: row.helpful_votes,
    verified_purchase: row.verified_purchase,
    status: row.status,
    moderation_note: row.moderation_note,
  };
}

export interface ReviewContent {
  readonly rating: number;
  readonly title: string;
  readonly text: string;
  readonly isVerifiedPurchase: boolean;
  readonly status: ReviewStatus;
  readonly writtenAt: Date;
}

/** Returns the product of a review. Callers need it first, because products are locked before their reviews. */
export async function findProductOfReview(tx: Transaction, reviewId: string): Promise<number | undefined> {
  const { rows } = await tx.execute<{ product_id: number }>(
    sql`select product_id from reviews where review_id = ${reviewId}::bigint`,
  );
  return rows[0]?.product_id;
}

export async function lockReview(tx: Transaction, reviewId: string): Promise<OwnReviewRow | undefined> {
  const { rows } = await tx.execute<OwnReviewRow>(
    sql`select ${ownReviewColumns} from reviews r where r.review_id = ${reviewId}::bigint for update`,
  );
  return rows[0];
}

/**
 * Every transaction that changes a review locks the product before it locks the review, because a trigger changes the product's rating
 * with the review. Returns false if the product does not exist.
 */
export async function lockProduct(
  tx: Transaction,
  productId: number,
  { isListed = false }: { isListed?: boolean } = {},
): Promise<boolean> {
  const listed = isListed ? sql`and is_listed` : sql``;
  const { rows } = await tx.execute(
    sql`select from products where product_id = ${productId} ${listed} for no key update`,
  );
  return rows.length > 0;
}

export async function lockReviewOf(
  tx: Transaction,
  userId: string,
  productId: number,
): Promise<OwnReviewRow | undefined> {
  const { rows } = await tx.execute<OwnReviewRow>(sql`
    select ${ownReviewColumns} from reviews r
    where r.user_id = ${userId} and r.product_id = ${productId} for update`);
  return rows[0];
}

export async function insertReview(
  tx: Transaction,
  { userId, productId, content }: { userId: string; productId: number; content: ReviewContent },
): Promise<OwnReview> {
  const { rows } = await tx.execute<OwnReviewRow>(sql`
    insert into reviews as r (user_id, product_id, rating, title, text, verified_purchase, status, timestamp)
    values (${userId}, ${productId}, ${content.rating}, ${content.title}, ${content.text}, ${content.isVerifiedPurchase},
      ${content.status}, ${content.writtenAt.toISOString()}::timestamptz)
    returning ${ownReviewColumns}`);
  return ownReviewOf(rows[0]);
}

/** Clears the moderator's decision, which was about the previous text. */
export async function updateReview(
  tx: Transaction,
  reviewId: string,
  content: ReviewContent,
): Promise<OwnReview> {
  const { rows } = await tx.execute<OwnReviewRow>(sql`
    update reviews r set rating = ${content.rating}, title = ${content.title}, text = ${content.text},
      verified_purchase = ${content.isVerifiedPurchase}, status = ${content.status},
      timestamp = ${content.writtenAt.toISOString()}::timestamptz, moderated_by = null, moderated_at = null,
      moderation_note = null
    where r.review_id = ${reviewId}::bigint
    returning ${ownReviewColumns}`);
  return ownReviewOf(rows[0]);
}

export async function deleteReview(tx: Transaction, reviewId: string): Promise<void> {
  await tx.execute(sql`delete from reviews where review_id = ${reviewId}::bigint`);
}

export async function findReviewsOf(
  db: Database,
  userId: string,
  {
    limit,
    after,
    productId,
  }: {
    limit: number;
    after: { reviewedAt: string; reviewId: string } | undefined;
    productId?: number | undefined;
  },
): Promise<OwnReview[]> {
  const ofProduct = productId === undefined ? sql`` : sql`and r.product_id = ${productId}`;
  const beyond = after
    ? sql`and (r.timestamp, r.review_id) < (${after.reviewedAt}::timestamptz, ${after.reviewId}::bigint)`
    : sql``;
  const { rows } = await db.execute<OwnReviewRow>(sql`
    select ${ownReviewColumns} from reviews r where r.user_id = ${userId} ${ofProduct} ${beyond}
    order by r.timestamp desc, r.review_id desc limit ${limit}`);
  return rows.map(ownReviewOf);
}

export async function hasBought(tx: Transaction, userId: string, productId: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from orders o join order_lines l using (order_id)
    where o.user_id = ${userId} and l.product_id = ${productId} and o.status <> 'Cancelled'
      and o.payment_status in ('paid', 'partly-refunded')
    limit 1`);
  return rows.length > 0;
}
