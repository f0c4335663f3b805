import { type CategoryNode, toCategoryPath } from './category-path.ts';
import {
  firstOf,
  isMissing,
  RowError,
  readDay,
  readDict,
  readId,
  readLine,
  readList,
  readNumber,
  readPriceMinor,
  readTexts,
  show,
  toOneLine,
  toPlainText,
} from './field-values.ts';
import { type ProductImage, readImages } from './product-images.ts';
import type { SourceRecord } from './source.ts';

export interface ProductRow {
  parentAsin: string;
  title: string;
  description: string;
  features: string[];
  details: Record<string, string>;
  brand: string | null;
  color: string | null;
  mainCategory: string | null;
  categories: CategoryNode[];
  priceMinor: number | null;
  averageRating: number | null;
  ratingCount: number;
  dateFirstAvailable: string | null;
  stock: number | null;
  images: ProductImage[];
}

const idNames = ['parent_asin', 'asin'];
const categoryNames = ['categories', 'category'];
const featureNames = ['features', 'feature'];
const brandNames = ['brand', 'store'];
const deepestDetail = 5;

export const productColumns: ReadonlySet<string> = new Set([
  ...idNames,
  ...categoryNames,
  ...featureNames,
  ...brandNames,
  ...[
    'title',
    'description',
    'details',
    'main_category',
    'main_cat',
    'price',
    'average_rating',
    'rating_number',
  ],
  ...['date', 'stock', 'color', 'images', 'image', 'imageURL', 'imageURLHighRes', 'imUrl'],
]);

/** Throws `RowError`. */
export function toProductRow(record: SourceRecord, minorDigits: number): ProductRow {
  const parentAsin = readId(firstOf(record, idNames), 'parent_asin' in record ? 'parent_asin' : 'asin', 64);
  const title = readLine(record.title, 'title', 1000);
  if (title === '') throw new RowError('title is missing');
  const details = readDetails(record.details);
  const mainCategory = readMainCategory(firstOf(record, ['main_category', 'main_cat']));
  const averageRating = readAverageRating(record.average_rating);
  return {
    parentAsin,
    title,
    description: readTexts(record.description, 'description').join('\n\n'),
    features: readTexts(record.features ?? record.feature, 'features'),
    details,
    brand:
      readName(record.brand, 'brand') ?? readName(details.Brand, 'brand') ?? readName(record.store, 'store'),
    color:
      readName(record.color, 'color') ??
      readName(details.Color, 'color') ??
      readName(details.Colour, 'color'),
    mainCategory,
    categories: readCategories(firstOf(record, categoryNames), mainCategory),
    priceMinor: readPriceMinor(record.price, minorDigits),
    averageRating,
    ratingCount: averageRating === null ? 0 : readCount(record.rating_number, 'rating_number'),
    dateFirstAvailable: readDay(
      details['Date First Available'] ?? details['Date first available'] ?? record.date,
    ),
    stock: isMissing(record.stock) ? null : readCount(record.stock, 'stock'),
    images: readImages(record),
  };
}

/** Whether a record is a review rather than about a product. */
export const looksLikeReview = (record: SourceRecord): boolean =>
  (!isMissing(record.user_id) || !isMissing(record.reviewerID)) &&
  (!isMissing(record.rating) || !isMissing(record.overall));

/** 2018 pads its keys with spaces, line ends and colons. */
function readDetails(value: unknown): Record<string, string> {
  const details: Record<string, string> = {};
  for (const [written, content] of Object.entries(readDict(value, 'details'))) {
    const key = toOneLine(written, 200).replace(/\s*:\s*$/, '');
    if (key === '' || key === '__proto__' || isMissing(content)) continue;
    details[key] = toPlainText(toDetail(content, key, 0))
      .slice(0, 5000)
      .toWellFormed();
  }
  return details;
}

/** `{"Our Brands": 1887, "Vitamins": 307}` in words. By name: Parquet gives its own order, and a null for what a row lacks. */
function toDetail(content: unknown, key: string, depth: number): string {
  if (typeof content !== 'object' || content === null) return String(content);
  if (depth === deepestDetail)
    throw new RowError(`details cannot be read: “${key.slice(0, 60)}” is nested too deeply`);
  const read = (item: unknown) => toDetail(item, key, depth + 1);
  if (Array.isArray(content))
    return content
      .filter((item) => !isMissing(item))
      .map(read)
      .join(', ');
  return Object.entries(content)
    .filter(([, item]) => !isMissing(item))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => `${name}: ${read(item)}`)
    .join(', ');
}

function readName(value: unknown, name: string): string | null {
  if (isMissing(value)) return null;
  // A brand may be called 5; in a CSV it is a text anyway.
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint')
    throw new RowError(`${name} is not a text: ${show(value)}`);
  const found = toOneLine(String(value), 200).replace(/^by\s+/i, '');
  return found === '' ? null : found;
}

/** 2018 has a picture of some names, whose text says them. */
function readMainCategory(value: unknown): string | null {
  const written = typeof value === 'string' ? value.slice(0, 2000) : value;
  const pictured = typeof written === 'string' ? /<img\b[^>]*\balt="([^"]*)"/i.exec(written) : null;
  return readName(pictured === null ? written : pictured[1], 'main_category');
}

/** A path, or 2014's list of paths, of which the first; without one the main category is the path. */
function readCategories(value: unknown, mainCategory: string | null): CategoryNode[] {
  const list = readList(value, 'categories');
  const names = (Array.isArray(list[0]) ? list[0] : list).filter((name) => !isMissing(name));
  if (!names.every((name) => typeof name === 'string'))
    throw new RowError(`categories is not a list of texts: ${show(value)}`);
  const path = toCategoryPath(names);
  return path.length > 0 || mainCategory === null ? path : toCategoryPath([mainCategory]);
}

function readAverageRating(value: unknown): number | null {
  const rating = readNumber(value, 'average_rating');
  // The 2023 dump writes 0 for products without ratings.
  if (rating === null || rating === 0) return null;
  if (rating < 1 || rating > 5) throw new RowError(`average_rating is not between 1 and 5: ${show(value)}`);
  return rating;
}

function readCount(value: unknown, name: string): number {
  const count = readNumber(value, name) ?? 0;
  if (!Number.isInteger(count) || count < 0 || count > 2 ** 31 - 1) {
    throw new RowError(`${name} is not a whole number from 0 up: ${show(value)}`);
  }
  return count;
}
