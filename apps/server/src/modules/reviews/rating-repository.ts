import type { ReviewStatus } from '@kindred/contracts';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/postgres/database.ts';

export interface Rated {
  readonly rating: number;
  readonly status: ReviewStatus;
}

/**
 * Whoever changes a review of a product holds this lock, and takes it before the review's own. False: there is no such product.
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

/**
 * Keeps a product's mean and count right when one review of it changes. They start from what was imported with the product,
 * which may stand for far more reviews than the shop has, so they are carried on and not counted anew.
 */
export async function adjustRating(
  tx: Transaction,
  productId: number,
  before: Rated | undefined,
  after: Rated | undefined,
): Promise<void> {
  const removed = before?.status === 'published' ? before.rating : undefined;
  const added = after?.status === 'published' ? after.rating : undefined;
  if (removed === added) return;
  const more = Number(added !== undefined) - Number(removed !== undefined);
  const stars = (added ?? 0) - (removed ?? 0);
  // Each product of a mean and a count is rounded: the limits keep the last digits from leaving 1 to 5.
  await tx.execute(sql`
    update products set
      rating_count = greatest(rating_count + ${more}::int, 0),
      average_rating = case
        when rating_count + ${more}::int <= 0 then null
        when average_rating is null then ${added ?? null}::float8
        else least(5, greatest(1,
          (average_rating * rating_count + ${stars}::int) / (rating_count + ${more}::int)))
        end,
      updated_at = now()
    where product_id = ${productId}`);
}
