import type { ReviewableList, ReviewableQuery } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import { findEntries } from '../catalog/index.ts';
import { findReviewable } from './reviewable-repository.ts';

/** Lists the delivered products that the user has not reviewed, the latest delivery first. */
export async function listReviewable(
  db: Database,
  userId: string,
  { limit = 24 }: ReviewableQuery,
): Promise<ReviewableList> {
  const { delivered, total } = await findReviewable(db, userId, limit);
  const products = await findEntries(
    db,
    delivered.map(({ productId }) => productId),
  );
  return {
    items: delivered.flatMap(({ productId, deliveredAt }) => {
      const product = products.get(productId)?.product;
      return product ? [{ product, delivered_at: deliveredAt }] : [];
    }),
    total,
  };
}
