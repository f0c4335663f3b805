import { isMissing, readList } from './field-values.ts';
import type { SourceRecord } from './source.ts';

export interface ProductImage {
  url: string;
  largeUrl: string;
  variant: string | null;
}

const most = 20;
const longestAddress = 2000;

/** 2023: `images`, a list of dicts or a dict of lists. 2018: lists of addresses. 2014: one. Broken addresses are left out. */
export function readImages(record: SourceRecord): ProductImage[] {
  const images = isMissing(record.images) ? read2018Images(record) : read2023Images(record.images);
  const seen = new Set<string>();
  return images
    .filter(({ url, largeUrl }) => {
      if (!isAddress(url) || !isAddress(largeUrl) || seen.has(url)) return false;
      seen.add(url);
      return true;
    })
    .slice(0, most);
}

function read2023Images(value: unknown): ProductImage[] {
  const list = readList(value, 'images');
  const only = list[0];
  const dicts = list.length === 1 && isDictOfLists(only) ? transpose(only) : list;
  return dicts.filter(isDict).map((image) => {
    const url = text(image.large) ?? text(image.hi_res) ?? text(image.thumb) ?? '';
    return { url, largeUrl: text(image.hi_res) ?? url, variant: text(image.variant)?.slice(0, 50) ?? null };
  });
}

function read2018Images(record: SourceRecord): ProductImage[] {
  const small = [record.imageURL, record.image, record.imUrl]
    .map((value) => readList(value, 'image'))
    .find((list) => list.length > 0);
  const large = readList(record.imageURLHighRes, 'imageURLHighRes');
  return (small ?? large).map((value, index) => {
    const url = text(value) ?? '';
    const full = text(large[index]) ?? withoutSize(url);
    // What 2018 lists as `image` is 38 by 50 pixels.
    return { url: full, largeUrl: full, variant: index === 0 ? 'MAIN' : null };
  });
}

/** `.../31ab._SX38_SY50_CR,0,0,38,50_.jpg` is a cut of `.../31ab.jpg`. */
const withoutSize = (url: string): string =>
  url.length > longestAddress ? url : url.replace(/\._[^/]*_(\.[a-z]+)$/i, '$1');

const isAddress = (url: string): boolean =>
  url.length <= longestAddress && /^(https?:\/\/|\/)[^\s\0]+$/.test(url) && url.isWellFormed();

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
