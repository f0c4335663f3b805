import { type AttributeSource, type AttributeValues, readAttributes, readName } from './attribute-source.ts';
import { type CategoryNode, toCategoryPath } from './category-path.ts';
import type { NoteField } from './field-counts.ts';
import {
  FieldError,
  firstOf,
  isMissing,
  isNameless,
  readCount,
  readDay,
  readDict,
  readId,
  readLine,
  readList,
  readNumber,
  readOr,
  readTexts,
} from './field-values.ts';
import { cut, isScript, toOneLine, toPlainText } from './plain-text.ts';
import type { PriceReader } from './price.ts';
import { type ProductImage, readImages } from './product-images.ts';
import { readSale, type SaleFields } from './sale-fields.ts';
import type { SourceRecord } from './source.ts';

export interface ProductRow {
  parentAsin: string;
  /** Null if the file has no titles. */
  title: string | null;
  description: string;
  features: string[];
  details: Record<string, string>;
  attributes: AttributeValues;
  mainCategory: string | null;
  categories: CategoryNode[];
  priceMinor: number | null;
  /** Null: none. */
  sale: SaleFields | null;
  averageRating: number | null;
  ratingCount: number;
  dateFirstAvailable: string | null;
  stock: number | null;
  images: ProductImage[];
}

const idNames = ['parent_asin', 'asin'];
const titleNames = ['product_title', 'title'];
const categoryNames = ['categories', 'category'];
const featureNames = ['features', 'feature'];
const dayNames = ['date_first_available', 'date'];
const deepestDetail = 5;
const longestDetail = 5000;

/** The fields of a product, each with the columns that may have it. */
export const productFields = {
  product: [...idNames, 'product_id'],
  'product_id of the data set': ['product_id'],
  title: titleNames,
  description: ['description'],
  features: featureNames,
  details: ['details'],
  'main category': ['main_category', 'main_cat'],
  category: categoryNames,
  price: ['price'],
  'sale price': ['sale_price'],
  'sale begins': ['sale_starts_at'],
  'sale ends': ['sale_ends_at'],
  'average rating': ['average_rating'],
  'number of ratings': ['rating_number'],
  'rating bin (compared)': ['rating_bin'],
  'first available': dayNames,
  stock: ['stock'],
  images: ['images', 'image', 'imageURL', 'imageURLHighRes', 'imUrl'],
} as const satisfies Record<string, readonly string[]>;

/** Turns `17.0` into `17`, because pandas may have stored the column as floating point. */
export const toNumberId = (id: string): string => id.replace(/^(\d+)\.0$/, '$1');

/** Columns that no review has. A file of reviews with one of them was joined with products. */
export const productOnlyColumns: readonly string[] = [
  ...titleNames.slice(0, 1),
  ...[
    'brand',
    'store',
    'price',
    'sale_price',
    'description',
    'features',
    'details',
    'main_category',
    'main_cat',
    'categories',
    'category',
  ],
  ...['average_rating', 'rating_number', 'rating_bin', 'date_first_available'],
];

/** A file with one of these columns can change products without having their titles. */
export const productChangeColumns: readonly string[] = [...productOnlyColumns, 'stock'];

export interface ProductReading {
  readPrice: PriceReader;
  attributes: readonly AttributeSource[];
  note: NoteField;
  hasTitles?: boolean;
}

/** Throws `RowError` if the row has no product. Optional values that cannot be read are left out and noted. */
export function toProductRow(
  record: SourceRecord,
  { readPrice, attributes, note, hasTitles = true }: ProductReading,
): ProductRow {
  const parentAsin = readId(firstOf(record, idNames), 'parent_asin' in record ? 'parent_asin' : 'asin', 64);
  const title = hasTitles ? readTitle(firstOf(record, titleNames), note) : null;
  const details = readDetails(record.details, note);
  const priceMinor = readPrice(record.price, note);
  const mainCategory = readMainCategory(firstOf(record, ['main_category', 'main_cat']), note);
  return {
    parentAsin,
    title,
    description: readTexts(record.description, 'description', note).join('\n\n'),
    features: readTexts(record.features ?? record.feature, 'features', note),
    details,
    attributes: readAttributes(record, details, { attributes, note }),
    mainCategory,
    categories: readCategories(firstOf(record, categoryNames), mainCategory, note),
    priceMinor,
    sale: readSale(record, { readPrice, priceMinor, note }),
    ...readRatings(record, note),
    dateFirstAvailable: readDate(details, firstOf(record, dayNames), note),
    stock: readCount(record.stock, 'stock'),
    images: readImages(record, note),
  };
}

function readTitle(value: unknown, note: NoteField): string {
  const title = readLine(value, 'title', 1000, note);
  if (title === '' || isNameless(title)) throw new FieldError('title', 'is missing');
  if (isScript(title)) throw new FieldError('title', 'is a script', title);
  return title;
}

/** The 2018 data pads its keys with spaces, line ends and colons. */
function readDetails(value: unknown, note: NoteField): Record<string, string> {
  const details: Record<string, string> = {};
  for (const [written, content] of Object.entries(readOr(note, {}, () => readDict(value, 'details')))) {
    const key = toOneLine(written, 200).replace(/\s*:\s*$/, '');
    if (isMissing(content)) continue;
    if (key === '' || key === '__proto__') {
      note('details', 'has no name: left out', content);
      continue;
    }
    const text = readOr(note, null, () =>
      toPlainText(toDetail(content, key, 0), (reason) => note('details', reason, content)),
    );
    if (text === null) continue;
    if (text.length > longestDetail)
      note('details', `longer than ${longestDetail} characters: cut`, `${key}: ${text.slice(0, 100)}`);
    details[key] = cut(text, longestDetail);
  }
  return details;
}

/** Writes `{"Our Brands": 1887, "Vitamins": 307}` as text. Sorts by name and skips nulls, because Parquet has its own order and a null for each missing key. */
function toDetail(content: unknown, key: string, depth: number): string {
  if (typeof content !== 'object' || content === null) return String(content);
  if (depth === deepestDetail) throw new FieldError('details', 'is nested too deeply', key.slice(0, 60));
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

/** The 2018 data has pictures of some names, with the name as the picture's text. */
function readMainCategory(value: unknown, note: NoteField): string | null {
  const written = typeof value === 'string' ? value.slice(0, 2000) : value;
  const pictured = typeof written === 'string' ? /<img\b[^>]*\balt="([^"]*)"/i.exec(written) : null;
  return readName(pictured === null ? written : pictured[1], 'main_category', note);
}

/** Reads a path, a path in one text, or the first path in the list of the 2014 data. Without one, the main category is the path. */
function readCategories(value: unknown, mainCategory: string | null, note: NoteField): CategoryNode[] {
  const names = readOr(note, [], () => {
    const list = readList(value, 'categories');
    const path = (Array.isArray(list[0]) ? list[0] : list).filter((name) => !isMissing(name));
    if (!path.every((name) => typeof name === 'string'))
      throw new FieldError('categories', 'is not a list of texts', value);
    return path;
  });
  const path = toCategoryPath(names, (reason, name) => note('categories', reason, name));
  return path.length > 0 || mainCategory === null ? path : toCategoryPath([mainCategory]);
}

function readRatings(
  record: SourceRecord,
  note: NoteField,
): Pick<ProductRow, 'averageRating' | 'ratingCount'> {
  const averageRating = readOr(note, null, () => readAverageRating(record.average_rating));
  const count = readOr(note, null, () => readCount(record.rating_number, 'rating_number'));
  if (averageRating === null && count !== null && count > 0)
    note('rating_number', 'has no average_rating beside it: left out', count);
  return { averageRating, ratingCount: averageRating === null ? 0 : (count ?? 0) };
}

/** Also reads `4.5 out of 5 stars`. */
function readAverageRating(value: unknown): number | null {
  const inWords =
    typeof value === 'string' ? /^\s*(\d(?:[.,]\d+)?) out of 5(?: stars)?\s*$/i.exec(value) : null;
  const rating = readNumber(inWords === null ? value : inWords[1], 'average_rating');
  // The 2023 dump writes 0 for products without ratings.
  if (rating === null || rating === 0) return null;
  if (rating < 1 || rating > 5) throw new FieldError('average_rating', 'is not between 1 and 5', value);
  return rating;
}

function readDate(details: Record<string, string>, date: unknown, note: NoteField): string | null {
  const written = details['Date First Available'] ?? details['Date first available'] ?? date;
  const day = readDay(written);
  if (day === null && !isMissing(written)) note('date', 'is not a day that can be read: left out', written);
  return day;
}
