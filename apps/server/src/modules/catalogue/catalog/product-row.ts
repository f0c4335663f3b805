import type { ProductSummary } from '@kindred/contracts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { pictureAddress } from '../media/index.ts';
import { availabilityOf } from './catalog.ts';

export interface SummaryRow {
  product_id: number;
  parent_asin: string;
  title: string;
  brand: string | null;
  price_minor: number | null;
  currency: string | null;
  average_rating: number | null;
  rating_count: number;
  available: number;
  image_url: string | null;
}

/** Columns of `SummaryRow`; the query names `products` as p and joins `inventory` as i. */
export const summaryColumns: Statement = sql`
  p.product_id, p.parent_asin, p.title, p.brand, p.price_minor, p.currency, p.average_rating, p.rating_count,
  coalesce(i.on_hand - i.reserved, 0) as available,
  (select ${pictureAddress(480)} from product_images where product_id = p.product_id order by position limit 1) as image_url`;

function moneyOf(row: Pick<SummaryRow, 'price_minor' | 'currency'>): ProductSummary['price'] {
  if (row.price_minor === null || row.currency === null) return null;
  return { amount_minor: row.price_minor, currency: row.currency };
}

export function summaryOf(row: SummaryRow): ProductSummary {
  return {
    product_id: row.product_id,
    parent_asin: row.parent_asin,
    title: row.title,
    brand: row.brand,
    price: moneyOf(row),
    average_rating: row.average_rating,
    rating_count: row.rating_count,
    availability: availabilityOf({ priceMinor: row.price_minor, available: row.available }),
    image_url: row.image_url,
  };
}
