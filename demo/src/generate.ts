/** @file Writes the demo data set. Reviews stream out shopper by shopper; only totals per product stay in memory. */
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type MetaRow, metaRow, type RatingTotals } from './catalogue/meta-row.ts';
import { makeCatalogue, type Product } from './catalogue/product.ts';
import { makeVariants } from './catalogue/variants.ts';
import { Snapshots } from './reviews/review-photos.ts';
import { type ReviewRow, reviewRow } from './reviews/review-row.ts';
import { activityOf } from './shoppers/activity.ts';
import { makeShelves } from './shoppers/shelves.ts';
import { shop } from './shoppers/shop.ts';
import { makeShopper } from './shoppers/shopper.ts';
import { type UserRow, userRow } from './shoppers/user-row.ts';

export interface DemoDataSize {
  /** Each counts once, in however many variants it comes. */
  products: number;
  users: number;
  reviews: number;
  seed: number;
}

export interface DemoDataProgress {
  stage: 'reviews' | 'products';
  done: number;
  total: number;
}

export interface DemoDataOptions extends DemoDataSize {
  outDir: string;
  /** Stops the writing. The promise then rejects with the signal's reason, and no unfinished file is left. */
  signal?: AbortSignal;
  onProgress?: (progress: DemoDataProgress) => void;
}

export interface DemoDataSummary extends DemoDataSize {
  /** Rows of the products file: each product in all its variants. */
  variants: number;
  metaFile: string;
  reviewsFile: string;
  /** The names that the shoppers sign their reviews with. */
  usersFile: string;
  averageRating: number;
  productsWithoutReviews: number;
  milliseconds: number;
}

function checked(size: DemoDataSize): DemoDataSize {
  const whole = (name: keyof DemoDataSize, low: number, high: number): void => {
    const value = size[name];
    if (!Number.isInteger(value) || value < low || value > high) {
      throw new RangeError(`demo data: ${name} must be a whole number from ${low} to ${high}, not ${value}.`);
    }
  };
  whole('products', 1, 200_000);
  whole('users', 1, 2_000_000);
  whole('reviews', 0, 20_000_000);
  whole('seed', 0, 2 ** 32 - 1);
  const most = size.users * mostPerShopper(size.products);
  if (size.reviews > most) {
    throw new RangeError(
      `demo data: ${size.users} users and ${size.products} products give at most ${most} reviews, not ${size.reviews}.`,
    );
  }
  return size;
}

/** No shopper reviews more than half of the shop. */
const mostPerShopper = (products: number): number => Math.min(240, Math.max(1, Math.floor(products / 2)));

interface Goods {
  /** Of each product its first variant. */
  catalogue: readonly Product[];
  /** The further ones, by the product's index. */
  variants: ReadonlyMap<number, readonly Product[]>;
}

/** Review rows, shopper by shopper, in time order within each. Deterministic by size and seed. */
function* reviewRows(size: DemoDataSize, { catalogue, variants }: Goods): Generator<ReviewRow> {
  const { users, reviews, seed } = size;
  const store = { catalogue, shelves: makeShelves(catalogue) };
  const snapshots = new Snapshots();
  const counts = activityOf(users, reviews, mostPerShopper(catalogue.length), seed);
  for (let index = 0; index < users; index++) {
    const shopper = makeShopper(index, seed);
    for (const purchase of shop(store, shopper, counts[index]!, seed))
      yield reviewRow(purchase, shopper, { others: variants.get(purchase.product.index), snapshots, seed });
  }
}

/** Meta rows in the order of the products; `totals` holds the totals of the reviews by `parent_asin`. */
function* metaRows(
  products: readonly Product[],
  { totals, seed }: { totals: ReadonlyMap<string, RatingTotals>; seed: number },
): Generator<MetaRow> {
  for (const product of products) {
    yield metaRow(product, totals.get(product.parentAsin) ?? { count: 0, sum: 0 }, seed);
  }
}

function* userRows({ users, seed }: DemoDataSize): Generator<UserRow> {
  for (let index = 0; index < users; index++) yield userRow(index, seed);
}

const CHUNK_CHARACTERS = 1 << 18;

function* chunksOf(
  rows: Iterable<object>,
  onRow: (done: number) => void = () => undefined,
): Generator<string> {
  let chunk = '';
  let done = 0;
  for (const row of rows) {
    chunk += `${JSON.stringify(row)}\n`;
    if (chunk.length >= CHUNK_CHARACTERS) {
      yield chunk;
      chunk = '';
    }
    onRow(++done);
  }
  yield chunk;
}

async function writeGzip(file: string, chunks: Iterable<string>, signal?: AbortSignal): Promise<void> {
  const partial = `${file}.part`;
  try {
    await pipeline(Readable.from(chunks), createGzip({ level: 5 }), createWriteStream(partial), { signal });
  } catch (error) {
    await rm(partial, { force: true });
    throw signal?.aborted ? signal.reason : error;
  }
  await rename(partial, file);
}

/**
 * Writes `meta.jsonl.gz` and `reviews.jsonl.gz` in the raw layout of Amazon Reviews 2023 into `outDir`, which it creates if
 * necessary, and the names of the shoppers into `users.jsonl.gz`. The same sizes and seed give the same bytes. Memory is O(products + users). Throws a RangeError for sizes that
 * are not possible.
 */
export async function generateDemoData(options: DemoDataOptions): Promise<DemoDataSummary> {
  const started = performance.now();
  const { outDir, signal, onProgress, products, users, reviews, seed } = options;
  const size = checked({ products, users, reviews, seed });
  await mkdir(outDir, { recursive: true });
  const metaFile = join(outDir, 'meta.jsonl.gz');
  const reviewsFile = join(outDir, 'reviews.jsonl.gz');
  const usersFile = join(outDir, 'users.jsonl.gz');
  const catalogue = makeCatalogue(size.products, size.seed);
  const variants = makeVariants(catalogue, size.seed);
  // First variants come first: so each product has the number that it would have without the others.
  const all = [...catalogue, ...[...variants.values()].flat()];
  const totals = new Map(catalogue.map((product) => [product.asin, { count: 0, sum: 0 }]));
  let ratingSum = 0;

  const counted = function* (): Generator<ReviewRow> {
    for (const row of reviewRows(size, { catalogue, variants })) {
      const total = totals.get(row.parent_asin)!;
      total.count++;
      total.sum += row.rating;
      ratingSum += row.rating;
      yield row;
    }
  };
  const report = (stage: DemoDataProgress['stage'], total: number) => (done: number) => {
    if (done % 1000 === 0 || done === total) onProgress?.({ stage, done, total });
  };
  await writeGzip(reviewsFile, chunksOf(counted(), report('reviews', size.reviews)), signal);
  const rows = metaRows(all, { totals, seed });
  await writeGzip(metaFile, chunksOf(rows, report('products', all.length)), signal);
  await writeGzip(usersFile, chunksOf(userRows(size)), signal);

  let productsWithoutReviews = 0;
  for (const total of totals.values()) if (total.count === 0) productsWithoutReviews++;
  return {
    ...size,
    variants: all.length,
    metaFile,
    reviewsFile,
    usersFile,
    averageRating: size.reviews === 0 ? 0 : ratingSum / size.reviews,
    productsWithoutReviews,
    milliseconds: Math.round(performance.now() - started),
  };
}
