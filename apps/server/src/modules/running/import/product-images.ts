import type { NoteField } from './field-counts.ts';
import { isMissing, readList, readOr } from './field-values.ts';
import { toOneLine } from './plain-text.ts';
import type { SourceRecord } from './source.ts';

export interface ProductImage {
  url: string;
  largeUrl: string;
  variant: string | null;
}

const most = 20;
const longestAddress = 2000;

/** Reads `images` of 2023 (a list of dicts or a dict of lists), lists of addresses of 2018, or the one address of 2014. Leaves out invalid addresses. */
export function readImages(record: SourceRecord, note: NoteField): ProductImage[] {
  const images = readOr(note, [], () =>
    isMissing(record.images) ? read2018Images(record) : read2023Images(record.images),
  );
  const kept = new Map<string, ProductImage>();
  for (const image of images) {
    if (image.url === '') note('images', 'has no address: left out', image.variant);
    else if (!isAddress(image.url) || !isAddress(image.largeUrl))
      note('images', 'is not the address of a picture: left out', image.url);
    else if (kept.has(image.url)) note('images', 'is listed twice: left out', image.url);
    else if (kept.size === most) note('images', `has more than ${most} pictures: left out`, image.url);
    else kept.set(image.url, image);
  }
  return [...kept.values()];
}

function read2023Images(value: unknown): ProductImage[] {
  const list = readList(value, 'images');
  const only = list[0];
  const all = list.length === 1 && isDictOfLists(only) ? transpose(only) : list;
  return all.map((item, index) => {
    if (!isDict(item)) return fromAddress(item, index);
    const url = text(item.large) ?? text(item.hi_res) ?? text(item.thumb) ?? '';
    return { url, largeUrl: text(item.hi_res) ?? url, variant: readVariant(item.variant) };
  });
}

function read2018Images(record: SourceRecord): ProductImage[] {
  const small = [record.imageURL, record.image, record.imUrl]
    .map((value) => readList(value, 'image'))
    .find((list) => list.length > 0);
  const large = readList(record.imageURLHighRes, 'imageURLHighRes');
  return (small ?? large).map((value, index) => fromAddress(text(large[index]) ?? value, index));
}

/** The pictures that the 2018 data lists as `image` are 38 by 50 pixels. */
function fromAddress(value: unknown, index: number): ProductImage {
  const full = withoutSize(text(value) ?? '');
  return { url: full, largeUrl: full, variant: index === 0 ? 'MAIN' : null };
}

/** `.../31ab._SX38_SY50_CR,0,0,38,50_.jpg` is a reduced version of `.../31ab.jpg`. */
const withoutSize = (url: string): string =>
  url.length > longestAddress ? url : url.replace(/\._[^/]*_(\.[a-z]+)$/i, '$1');

const isAddress = (url: string): boolean =>
  url.length <= longestAddress &&
  /^(https?:\/\/|\/)[^\s\0]+$/.test(url) &&
  url.isWellFormed() &&
  URL.canParse(url, 'https://shop.example');

const readVariant = (value: unknown): string | null =>
  typeof value === 'string' ? toOneLine(value, 50) || null : null;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const isDict = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDictOfLists = (value: unknown): value is Record<string, unknown[]> =>
  isDict(value) && Object.keys(value).length > 0 && Object.values(value).every(Array.isArray);

function transpose(lists: Record<string, unknown[]>): Array<Record<string, unknown>> {
  const length = Math.max(...Object.values(lists).map((list) => list.length));
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, list[index]])),
  );
}
