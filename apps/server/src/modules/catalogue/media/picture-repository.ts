import type { PictureWidth } from '@kindred/shop-types';
import type { Database } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';

/** The key changes when the catalogue names another picture, so the picture behind a key never changes. */
const pictureKey = sql`left(encode(sha256(convert_to(large_url || ' ' || url, 'UTF8')), 'hex'), 16)`;

/**
 * The address under which the shop serves a picture, for a query on `product_images`. A path on the shop's own host that the shop does
 * not draw stays as it is, because another server answers it.
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

/** Returns the addresses of the picture in the catalogue, or undefined if the catalogue does not name it (any more). */
export async function findPictureAddresses(
  db: Database,
  { productId, key }: { productId: number; key: string },
): Promise<PictureAddresses | undefined> {
  const { rows } = await db.execute<{ url: string; large_url: string }>(sql`
    select url, large_url from product_images
    where product_id = ${productId} and ${pictureKey} = ${key} limit 1`);
  return rows[0] && { url: rows[0].url, largeUrl: rows[0].large_url };
}
