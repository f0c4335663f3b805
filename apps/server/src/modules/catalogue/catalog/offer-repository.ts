import type { ProductSummary } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { type SummaryRow, summaryColumns, summaryOf } from './product-row.ts';

/** A product that a shopper wants to buy. It may be unlisted by now. */
export interface Offer {
  readonly product: ProductSummary;
  readonly color: string | null;
  readonly isListed: boolean;
  /** On hand minus reserved. */
  readonly available: number;
}

export async function findOffers(
  db: Database | Transaction,
  productIds: readonly number[],
): Promise<Map<number, Offer>> {
  if (productIds.length === 0) return new Map();
  const { rows } = await db.execute<SummaryRow & { color: string | null; is_listed: boolean }>(sql`
    select ${summaryColumns}, p.color, p.is_listed from products p left join inventory i using (product_id)
    where p.product_id = any(${[...new Set(productIds)]}::int[])`);
  return new Map(
    rows.map((row) => [
      row.product_id,
      {
        product: summaryOf(row),
        color: row.color,
        isListed: row.is_listed,
        available: Math.max(0, row.available),
      },
    ]),
  );
}
