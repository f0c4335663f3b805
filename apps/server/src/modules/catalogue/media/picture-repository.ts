import type { PictureWidth } from '@kindred/shop-types';
import type { Database } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';

/** Changes when the catalogue names another picture, so what has this name never changes. */
const pictureKey = sql`left(encode(sha256(convert_to(large_url || ' ' || url, 'UTF8')), 'hex'), 16)`;

/**
 * The address that the shop gives a picture of `product_images`, for a query on that table. One on the shop's own host that the shop
 * does not draw belongs to whatever serves it there, and stays as it is.
 */
export function pictureAddress(width: PictureWidth): Statement {
  return sql`case when large_url ~ '^(https?://|/media/drawn/)'
    then ${`/media/pictures/${width}/`}::text || product_id || '-' || ${pictureKey} || '.jpg'
    else large_url end`;
}

export interface PictureAddresses {
  readonly url: string;
  readonly largeUrl: string;
}

/** What the catalogue says where the picture is. Undefined: it names no such picture (any longer). */
export async function findPictureAddresses(
  db: Database,
  { productId, key }: { productId: number; key: string },
): Promise<PictureAddresses | undefined> {
  const { rows } = await db.execute<{ url: string; large_url: string }>(sql`
    select url, large_url from product_images
    where product_id = ${productId} and ${pictureKey} = ${key} limit 1`);
  return rows[0] && { url: rows[0].url, largeUrl: rows[0].large_url };
}
