import type { Review, ReviewList, ReviewPhoto, ReviewQuery } from '@kindred/contracts';
import {
  type CursorForm,
  type CursorValue,
  decodeCursor,
  encodeCursor,
} from '../../../platform/http/cursor.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';
import { wordPatterns } from '../../../platform/postgres/word-patterns.ts';
import { reviewPhotos } from '../media/index.ts';
import { authorName } from './review.ts';

interface ReviewRow {
  review_id: string;
  first_name: string | null;
  last_name: string | null;
  rating: number;
  title: string;
  text: string;
  photos: ReviewPhoto[];
  reviewed_at: string;
  helpful_votes: number;
  verified_purchase: boolean;
  variant: string | null;
  sort_key: CursorValue;
}

const sorts = {
  helpful: { key: sql`r.helpful_votes`, shown: sql`r.helpful_votes`, type: sql`int`, form: 'int4' },
  newest: {
    key: sql`r.timestamp`,
    shown: sql`to_char(r.timestamp at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    type: sql`timestamptz`,
    form: 'time',
  },
} as const satisfies Record<string, { form: CursorForm; [part: string]: unknown }>;

/** The variant's values for the options of its group. */
const variantName = sql`(
  select string_agg(p.attributes -> chosen.code ->> 0, ', ' order by chosen.place)
  from products p join product_groups g using (group_id) cross join lateral unnest(g.options) with ordinality as chosen (code, place)
  where p.product_id = r.product_id)`;

function reviewOf(row: ReviewRow): Review {
  return {
    review_id: row.review_id,
    author: authorName({ firstName: row.first_name, lastName: row.last_name }),
    rating: row.rating,
    title: row.title,
    text: row.text,
    photos: row.photos,
    reviewed_at: row.reviewed_at,
    helpful_votes: row.helpful_votes,
    verified_purchase: row.verified_purchase,
    variant: row.variant,
  };
}

/**
 * Returns a page of the published reviews of a product and its variants, with the histogram of all these reviews.
 * @throws ProblemError `invalid-cursor`
 */
export async function findReviews(db: Database, productId: number, query: ReviewQuery): Promise<ReviewList> {
  const sort = sorts[query.sort ?? 'helpful'];
  const limit = query.limit ?? 10;
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, [sort.form, 'int8']);
  const beyond = after
    ? sql`and (${sort.key}, r.review_id) < (${after[0]}::${sort.type}, ${after[1]}::bigint)`
    : sql``;
  const { rows: variants } = await db.execute<{ product_id: number }>(sql`
    select product_id from products where group_id = (select group_id from products where product_id = ${productId})`);
  // For a product without variants, an index has the right order.
  const ofProduct =
    variants.length === 0
      ? sql`product_id = ${productId}`
      : sql`product_id = any(${variants.map(({ product_id }) => product_id)}::int[])`;
  const ofRating = query.rating === undefined ? sql`` : sql`and r.rating = ${query.rating}`;
  const withPhotos = query.with_photos === true ? sql`and r.photos <> '{}'` : sql``;
  const patterns = wordPatterns(query.q ?? '');
  const withWords =
    patterns.length === 0 ? sql`` : sql`and (r.title || ' ' || r.text) ilike all (${patterns}::text[])`;

  const [page, counts, found] = await Promise.all([
    db.execute<ReviewRow>(sql`
      select r.review_id::text, u.first_name, u.last_name, r.rating, r.title, r.text, ${reviewPhotos} as photos,
        r.helpful_votes, r.verified_purchase, ${utcTime(sql`r.timestamp`)} as reviewed_at, ${variants.length === 0 ? sql`null::text` : variantName} as variant,
        ${sort.shown} as sort_key
      from reviews r join users u using (user_id)
      where r.${ofProduct} and r.status = 'published' ${ofRating} ${withPhotos} ${withWords} ${beyond}
      order by ${sort.key} desc, r.review_id desc
      limit ${limit + 1}`),
    db.execute<{ rating: number; count: number; with_photos: number }>(sql`
      select rating, count(*)::int as count, count(*) filter (where photos <> '{}')::int as with_photos from reviews
      where ${ofProduct} and status = 'published' group by rating`),
    patterns.length === 0
      ? undefined
      : db.execute<{ total: number }>(sql`
          select count(*)::int as total from reviews r
          where r.${ofProduct} and r.status = 'published' ${ofRating} ${withPhotos} ${withWords}`),
  ]);

  const histogram = [0, 0, 0, 0, 0];
  for (const { rating, count } of counts.rows) histogram[rating - 1] = count;
  const inQuery = counts.rows
    .filter(({ rating }) => query.rating === undefined || rating === query.rating)
    .reduce((sum, one) => sum + (query.with_photos === true ? one.with_photos : one.count), 0);
  const total = histogram.reduce((sum, count) => sum + count, 0);
  const stars = histogram.reduce((sum, count, index) => sum + count * (index + 1), 0);
  const rows = page.rows.slice(0, limit);
  const last = rows.at(-1);
  return {
    items: rows.map(reviewOf),
    total: found?.rows[0]?.total ?? inQuery,
    average_rating: total === 0 ? null : stars / total,
    histogram,
    with_photos: counts.rows.reduce((sum, { with_photos }) => sum + with_photos, 0),
    next_cursor: last && page.rows.length > limit ? encodeCursor([last.sort_key, last.review_id]) : null,
  };
}

/** Computes the ratings of all products by the rule that the triggers use. */
export async function refreshRatings(db: Database): Promise<void> {
  await db.execute(sql`select refresh_product_ratings(null)`);
}
