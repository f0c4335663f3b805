import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetaRow } from './catalogue/meta-row.ts';
import { parseSpec } from './catalogue/picture-spec.ts';
import { drawPicture } from './drawings/index.ts';
import { type DemoDataProgress, type DemoDataSummary, generateDemoData } from './generate.ts';
import type { ReviewRow } from './reviews/review-row.ts';
import type { UserRow } from './shoppers/user-row.ts';
import { readRows } from './testing/read-rows.ts';

const SIZE = { products: 900, users: 1500, reviews: 15_000, seed: 11 };
const LONG = { products: 500, users: 4000, reviews: 60_000, seed: 7 };
const folders: string[] = [];

const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), 'demo-data-'));
  folders.push(made);
  return made;
};
const hash = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

describe('generateDemoData', () => {
  let summary: DemoDataSummary;
  let products: MetaRow[];
  let reviews: ReviewRow[];
  const progress: DemoDataProgress[] = [];

  beforeAll(async () => {
    summary = await generateDemoData({
      ...SIZE,
      outDir: await folder(),
      onProgress: (step) => progress.push(step),
    });
    products = await readRows<MetaRow>(summary.metaFile);
    reviews = await readRows<ReviewRow>(summary.reviewsFile);
  });

  afterAll(async () => {
    for (const made of folders) await rm(made, { recursive: true });
  });

  it('writes exactly the requested numbers of products, reviews and users', () => {
    expect(new Set(products.map((row) => row.parent_asin)).size).toBe(SIZE.products);
    expect(products).toHaveLength(summary.variants);
    expect(reviews).toHaveLength(SIZE.reviews);
    expect(new Set(reviews.map((row) => row.user_id)).size).toBe(SIZE.users);
    const { variants } = summary;
    expect(progress.at(-1)).toEqual({ stage: 'products', done: variants, total: variants });
  });

  it('writes the same bytes for the same sizes and seed, and others for another seed', async () => {
    const small = { products: 200, users: 100, reviews: 800 };
    const one = await generateDemoData({ ...small, seed: 3, outDir: await folder() });
    const two = await generateDemoData({ ...small, seed: 3, outDir: await folder() });
    const other = await generateDemoData({ ...small, seed: 4, outDir: await folder() });
    expect(await hash(one.metaFile)).toBe(await hash(two.metaFile));
    expect(await hash(one.reviewsFile)).toBe(await hash(two.reviewsFile));
    expect(await hash(other.reviewsFile)).not.toBe(await hash(two.reviewsFile));
  });

  it('keeps who bought what and when, what they thought of it, and what it costs', () => {
    const digest = (lines: string[]): string => createHash('sha256').update(lines.join('\n')).digest('hex');
    const bought = reviews.map((row) => `${row.user_id} ${row.asin} ${row.rating} ${row.timestamp}`);
    const sold = products.map(
      (row) => `${row.asin} ${row.parent_asin} ${row.title} ${row.price} ${row.stock}`,
    );
    // The figures of the model and of the search rest on these. If they change, the figures must be measured again.
    expect(digest(bought)).toBe('2c7f2072f5014e8d34e7323c943834a55a3476b41f1d7e6d83f63dbae7934cbb');
    expect(digest(sold)).toBe('86bd9e492f1a11f50726e482e52c216c637c43d5eb83e3991bee33c0c8f7dd57');
  });

  it('gives some content reviews photos of what was bought, each photo once', () => {
    const shown = reviews.filter((row) => row.images.length > 0);
    expect(shown.length / reviews.length).toBeGreaterThan(0.02);
    expect(shown.length / reviews.length).toBeLessThan(0.08);
    const addresses = shown.flatMap((row) => row.images.map((image) => image.large_image_url));
    expect(new Set(addresses).size).toBe(addresses.length);
    const pictureOf = new Map(products.map((row) => [row.asin, row.images[0]!.large]));
    for (const row of shown) {
      expect(row.rating).toBe(5);
      for (const { large_image_url } of row.images) {
        const [spec, of] = [large_image_url, pictureOf.get(row.asin)!].map((address) =>
          address.slice('/media/drawn/'.length, -'.svg'.length),
        );
        expect({ ...parseSpec(spec!), view: 0 }).toEqual(parseSpec(of!));
        expect(drawPicture(spec!)).toContain('</svg>');
      }
    }
  });

  it('gives each shopper a first and a last name of letters, most of them not shared', async () => {
    const users = await readRows<UserRow>(summary.usersFile);
    expect(new Set(users.map((row) => row.user_id))).toEqual(new Set(reviews.map((row) => row.user_id)));
    const names = users.map((row) => `${row.first_name} ${row.last_name}`);
    expect(names.filter((name) => !/^[A-Z][a-z]+ [A-Z][a-z]+$/.test(name))).toEqual([]);
    expect(new Set(names).size / names.length).toBeGreaterThan(0.95);
  });

  it('gives every product the layout of Amazon Reviews 2023', () => {
    const keys =
      'main_category title average_rating rating_number features description price images videos store categories details asin parent_asin bought_together stock';
    const attributes = ['', ' size material', ' contents'];
    for (const row of products) {
      expect(attributes.map((columns) => keys + columns)).toContain(Object.keys(row).join(' '));
      expect(`${row.asin} ${row.parent_asin}`).toMatch(/^B0[0-9A-Z]{8} B0[0-9A-Z]{8}$/);
      expect(
        row.price === null || (row.price > 0 && Number.isInteger(Math.round(row.price * 1e4) / 100)),
      ).toBe(true);
      expect(row.features.length).toBeGreaterThanOrEqual(3);
      expect(row.features.length).toBeLessThanOrEqual(5);
      expect(row.description.length).toBeGreaterThan(0);
      expect(row.categories[0]).toBe(row.main_category);
      expect(row.categories.length).toBeGreaterThanOrEqual(2);
      expect(row.details['Date First Available']).toMatch(/^[A-Z][a-z]+ \d{1,2}, 20\d\d$/);
      expect(row.details.Brand).toBe(row.store);
      expect(Number.isInteger(row.stock) && row.stock >= 0).toBe(true);
      expect(row.images[0]?.variant).toBe('MAIN');
      expect(JSON.stringify(row)).not.toMatch(/\{\w+\}|undefined|NaN/);
    }
  });

  it('has twelve departments, unique asins, and titles that name one product', () => {
    expect(new Set(products.map((row) => row.main_category)).size).toBe(12);
    expect(new Set(products.map((row) => row.asin)).size).toBe(products.length);
    const named = new Map(products.map((row) => [row.title, row.parent_asin]));
    expect(products.filter((row) => named.get(row.title) !== row.parent_asin)).toEqual([]);
  });

  it('has the first variants of all products first, and reviews of each variant', () => {
    const first = products.slice(0, SIZE.products);
    expect(first.map((row) => row.asin)).toEqual(first.map((row) => row.parent_asin));
    const parents = new Map(products.map((row) => [row.asin, row.parent_asin]));
    expect(reviews.filter((row) => parents.get(row.asin) !== row.parent_asin)).toEqual([]);
    const ofOthers = reviews.filter((row) => row.asin !== row.parent_asin).length / SIZE.reviews;
    expect(ofOthers).toBeGreaterThan(0.03);
    expect(ofOthers).toBeLessThan(0.12);
  });

  it('leaves a few products without a price and a few out of stock', () => {
    const first = products.slice(0, SIZE.products);
    const priceless = first.filter((row) => row.price === null).length / SIZE.products;
    const soldOut = first.filter((row) => row.stock === 0).length / SIZE.products;
    expect(priceless).toBeGreaterThan(0.005);
    expect(priceless).toBeLessThan(0.04);
    expect(soldOut).toBeGreaterThan(0.03);
    expect(soldOut).toBeLessThan(0.12);
  });

  it('gives every review the layout of Amazon Reviews 2023, and words without holes', () => {
    const keys = 'rating title text images asin parent_asin user_id timestamp helpful_vote verified_purchase';
    const sound = (row: ReviewRow): boolean =>
      Object.keys(row).join(' ') === keys &&
      [1, 2, 3, 4, 5].includes(row.rating) &&
      /^A[A-Z2-7]{27}$/.test(row.user_id) &&
      row.timestamp >= Date.UTC(2023, 10, 1) &&
      row.timestamp < Date.UTC(2026, 10, 1) &&
      !/[{}]|undefined|\s{3}/.test(`${row.title} ${row.text}`) &&
      row.text.length > 2;
    expect(reviews.filter((row) => !sound(row))).toEqual([]);
  });

  it('lets no shopper review a product twice, or before it exists', () => {
    expect(new Set(reviews.map((row) => `${row.user_id} ${row.parent_asin}`)).size).toBe(SIZE.reviews);
    const born = new Map(
      products.map((row) => [row.parent_asin, Date.parse(`${row.details['Date First Available']} UTC`)]),
    );
    const early = reviews.filter((row) => row.timestamp < born.get(row.parent_asin)!);
    expect(early).toEqual([]);
  });

  it('the products file has the totals of the reviews file', () => {
    const totals = new Map<string, { count: number; sum: number }>();
    for (const row of reviews) {
      const total = totals.get(row.parent_asin) ?? { count: 0, sum: 0 };
      totals.set(row.parent_asin, { count: total.count + 1, sum: total.sum + row.rating });
    }
    for (const row of products) {
      const total = totals.get(row.parent_asin);
      expect(row.rating_number).toBe(total?.count ?? 0);
      expect(row.average_rating).toBe(
        total === undefined ? null : Math.round((total.sum / total.count) * 10) / 10,
      );
    }
  });

  it('has J-shaped ratings around 4.2 and activity with a long tail', () => {
    expect(summary.averageRating).toBeGreaterThan(4.05);
    expect(summary.averageRating).toBeLessThan(4.4);
    const stars = [0, 0, 0, 0, 0, 0];
    const activity = new Map<string, number>();
    for (const row of reviews) {
      stars[row.rating]!++;
      activity.set(row.user_id, (activity.get(row.user_id) ?? 0) + 1);
    }
    expect(stars[5]!).toBeGreaterThan(stars[4]! * 1.7);
    expect(stars[1]!).toBeGreaterThan(stars[2]!);
    const counts = [...activity.values()].sort((a, b) => a - b);
    expect(counts[0]).toBeGreaterThanOrEqual(2);
    expect(counts[Math.floor(counts.length / 2)]!).toBeLessThan(9);
    expect(counts.at(-1)!).toBeGreaterThan(50);
  });

  it('writes texts that differ', () => {
    const long = reviews.filter((row) => row.text.length > 60);
    expect(long.length / SIZE.reviews).toBeGreaterThan(0.6);
    expect(new Set(long.map((row) => row.text)).size / long.length).toBeGreaterThan(0.97);
  });

  it('rejects sizes that are not possible', async () => {
    const outDir = await folder();
    await expect(generateDemoData({ ...SIZE, products: 4, users: 2, reviews: 50, outDir })).rejects.toThrow(
      /at most 4 reviews/,
    );
    await expect(generateDemoData({ ...SIZE, products: 0, outDir })).rejects.toThrow(/products must be/);
    await expect(generateDemoData({ ...SIZE, reviews: 1.5, outDir })).rejects.toThrow(/reviews must be/);
  });

  it('stops when its signal aborts, and leaves no file', async () => {
    const outDir = await folder();
    const stop = new AbortController();
    const reason = new Error('enough');
    const onProgress = () => stop.abort(reason);
    const options = { outDir, signal: stop.signal, onProgress };
    await expect(generateDemoData({ ...LONG, ...options })).rejects.toBe(reason);
    expect(await readdir(outDir)).toEqual([]);
  });

  it('keeps memory flat while reviews stream', async () => {
    const outDir = await folder();
    let peak = 0;
    const before = process.memoryUsage().rss;
    await generateDemoData({
      ...LONG,
      outDir,
      onProgress: () => {
        peak = Math.max(peak, process.memoryUsage().rss - before);
      },
    });
    expect(peak / 2 ** 20).toBeLessThan(200);
  }, 60_000);
});
