/** @file Rows of the real files, and what they are in the layout of 2023. For tests. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

export type RealRow = Record<string, unknown>;

const root =
  process.env.KINDRED_REAL_DATA ?? fileURLToPath(new URL('../../../../../../shared/data', import.meta.url));

export const realFiles = {
  meta2018: join(root, 'amazon-2018', 'Gift_Cards', 'meta.jsonl.gz'),
  reviews2018: join(root, 'amazon-2018', 'Gift_Cards', 'reviews_5core.jsonl.gz'),
  meta2023: join(root, 'amazon-2023', 'Health_and_Personal_Care', 'meta.jsonl.gz'),
};

export const areRealFilesThere = Object.values(realFiles).every((file) => existsSync(file));
if (!areRealFilesThere)
  console.info(`Skipping the layouts of real rows: ${root} does not contain them (see KINDRED_REAL_DATA).`);

export const readRealRows = (file: string): RealRow[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RealRow);

export function toReviewOf2023(row: RealRow): RealRow {
  return {
    rating: row.overall,
    title: row.summary ?? '',
    text: row.reviewText ?? '',
    images: ((row.image as string[] | undefined) ?? []).map((small) => ({
      small_image_url: small,
      large_image_url: small.replace(/\._\w+(\.[a-z]+)$/i, '$1'),
      attachment_type: 'IMAGE',
    })),
    asin: row.asin,
    parent_asin: row.asin,
    user_id: row.reviewerID,
    timestamp: (row.unixReviewTime as number) * 1000,
    helpful_vote: Number(((row.vote as string | undefined) ?? '0').replace(',', '')),
    verified_purchase: row.verified,
  };
}

export function toMetaOf2023(row: RealRow): RealRow {
  const details = Object.entries(row.details as Record<string, string>).map(([key, value]) => [
    key.trim().replace(/\s*:$/, ''),
    value,
  ]);
  const price = /^\$([\d,]+\.\d\d)/.exec(row.price as string)?.[1];
  return {
    main_category: row.main_cat,
    title: row.title,
    average_rating: null,
    rating_number: null,
    features: row.feature,
    description: row.description,
    price: price === undefined ? null : Number(price.replaceAll(',', '')),
    images: (row.image as string[]).map((thumb, index) => ({
      thumb,
      large: thumb.replace(/\._[^/]*_(\.[a-z]+)$/i, '$1'),
      variant: index === 0 ? 'MAIN' : null,
      hi_res: null,
    })),
    videos: [],
    store: row.brand,
    categories: row.category,
    details: Object.fromEntries(details),
    parent_asin: row.asin,
    bought_together: null,
    date: row.date,
  };
}
