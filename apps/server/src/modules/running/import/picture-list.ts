/** @file What the pictures of products and the photos of reviews have in common: lists of addresses, in many forms. */
import type { NoteField } from './field-counts.ts';
import { readList } from './field-values.ts';

const most = 20;
const longestAddress = 2000;

/** Reads a list of dicts or texts, or a dict of lists. */
export function readPictureList(value: unknown): unknown[] {
  const list = readList(value, 'images');
  const [only] = list;
  return list.length === 1 && isDictOfLists(only) ? transpose(only) : list;
}

/** Leaves out pictures that have no valid address, and notes each. */
export function keepPictures<Picture>(
  pictures: readonly Picture[],
  {
    addressOf,
    isAddress,
    note,
  }: { addressOf: (picture: Picture) => string; isAddress: (picture: Picture) => boolean; note: NoteField },
): Picture[] {
  const kept = new Map<string, Picture>();
  for (const picture of pictures) {
    const address = addressOf(picture);
    if (address === '') note('images', 'has no address: left out');
    else if (!isAddress(picture)) note('images', 'is not the address of a picture: left out', address);
    else if (kept.has(address)) note('images', 'is listed twice: left out', address);
    else if (kept.size === most) note('images', `has more than ${most} pictures: left out`, address);
    else kept.set(address, picture);
  }
  return [...kept.values()];
}

/** An address that begins as `start` says. */
export const isPictureAddress = (address: string, start: RegExp): boolean =>
  address.length <= longestAddress &&
  start.test(address) &&
  /^[^\s\0]+$/.test(address) &&
  address.isWellFormed() &&
  URL.canParse(address, 'https://shop.example');

/** `.../31ab._SX38_SY50_CR,0,0,38,50_.jpg` and `.../31ab._SY88.jpg` are reduced versions of `.../31ab.jpg`. */
export const withoutSize = (url: string): string =>
  url.length > longestAddress ? url : url.replace(/\._[a-z]{2}[\w,]*(\.[a-z]+)$/i, '$1');

export const textOr = <Otherwise>(value: unknown, otherwise: Otherwise): string | Otherwise =>
  typeof value === 'string' && value !== '' ? value : otherwise;

export const isDict = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDictOfLists = (value: unknown): value is Record<string, unknown[]> =>
  isDict(value) && Object.keys(value).length > 0 && Object.values(value).every(Array.isArray);

function transpose(lists: Record<string, unknown[]>): Array<Record<string, unknown>> {
  const length = Math.max(...Object.values(lists).map((list) => list.length));
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, list[index]])),
  );
}
