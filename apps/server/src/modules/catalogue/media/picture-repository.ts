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

const photoKey = sql`left(encode(sha256(convert_to(address, 'UTF8')), 'hex'), 16)`;

const photoAddress = (width: PictureWidth): Statement =>
  sql`${`/media/pictures/${width}/r`}::text || r.review_id || '-' || ${photoKey} || '.jpg'`;

/** The photos of a review, for a query that names `reviews` as r. The shop does not show those of a rejected review. */
export const reviewPhotos: Statement = sql`
  case when r.photos = '{}' or r.status = 'rejected' then '[]' else (
    select json_agg(json_build_object('url', ${photoAddress(480)}, 'large_url', ${photoAddress(1600)}) order by place)
    from unnest(r.photos) with ordinality as photo (address, place)) end`;

/** Whether a picture is a review’s photo, which its author or a moderator may take away. */
export const isPhoto = (name: string): boolean => name.startsWith('r');

/**
 * Returns the addresses from which a picture can be made, the best first, or undefined if neither the catalogue nor a review shows it
 * (any more). Its name is `12-0a1b2c3d4e5f6071` for a product and `r12-0a1b2c3d4e5f6071` for a review.
 */
export async function findPictureAddresses(db: Database, name: string): Promise<string[] | undefined> {
  const [id, key] = name.replace(/^r/, '').split('-') as [string, string];
  return isPhoto(name) ? findPhotoAddresses(db, id, key) : findProductAddresses(db, Number(id), key);
}

async function findProductAddresses(
  db: Database,
  productId: number,
  key: string,
): Promise<string[] | undefined> {
  const { rows } = await db.execute<{ url: string; large_url: string }>(sql`
    select url, large_url from product_images
    where product_id = ${productId} and ${pictureKey} = ${key} limit 1`);
  // The larger file makes the better picture. If it is gone, the other file is used.
  return rows[0] && [...new Set([rows[0].large_url, rows[0].url])];
}

async function findPhotoAddresses(
  db: Database,
  reviewId: string,
  key: string,
): Promise<string[] | undefined> {
  const { rows } = await db.execute<{ address: string }>(sql`
    select address from reviews r cross join lateral unnest(r.photos) as photo (address)
    where r.review_id = ${reviewId}::bigint and r.status <> 'rejected' and ${photoKey} = ${key} limit 1`);
  return rows[0] && [rows[0].address];
}
