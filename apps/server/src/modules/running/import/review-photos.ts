import type { NoteField } from './field-counts.ts';
import { firstOf, isMissing, readOr } from './field-values.ts';
import {
  isDict,
  isPictureAddress,
  keepPictures,
  readPictureList,
  textOr,
  withoutSize,
} from './picture-list.ts';
import type { SourceRecord } from './source.ts';

/** In a file joined with products, the columns of the second name may have the product's pictures. */
export const photoNames = { certain: ['review_images'], shared: ['images', 'image'] } as const;
const allNames = [...photoNames.certain, ...photoNames.shared];

/** A photo comes from another host, or the shop draws it. */
const start = /^(https?:\/\/|\/media\/drawn\/)/;

const sizes = ['large_image_url', 'medium_image_url', 'small_image_url'] as const;

/** Reads `images` of 2023 (dicts with the addresses of three sizes) or the addresses of 2018. Leaves out what is no picture on the web. */
export function readPhotos(record: SourceRecord, note: NoteField): string[] {
  const value = firstOf(record, allNames);
  // As in nine of ten reviews.
  if (value === null || value === '[]' || (Array.isArray(value) && value.length === 0)) return [];
  const items = readOr(note, [], () => readPictureList(value));
  const photos = items.filter((item) => {
    const type = isDict(item) ? item.attachment_type : undefined;
    if (isMissing(type) || String(type).toUpperCase() === 'IMAGE') return true;
    note('images', 'is not a picture: left out', type);
    return false;
  });
  return keepPictures(photos.map(addressIn), {
    addressOf: (address) => address,
    isAddress: (address) => isPictureAddress(address, start),
    note,
  });
}

/** Returns the address of the largest size. */
function addressIn(item: unknown): string {
  if (!isDict(item)) return withoutSize(textOr(item, ''));
  const size = sizes.find((name) => textOr(item[name], null) !== null);
  return size === undefined ? textOr(item.url, '') : (item[size] as string);
}

/** Copies a row whose pictures are not the ones to read. */
export const withoutPictures = (record: SourceRecord): SourceRecord => ({
  ...record,
  images: undefined,
  image: undefined,
});

/**
 * Whether a row that has a review and its product names pictures of the review. The data of reviews and of products describe pictures
 * by different keys. A list without keys is the product's, as the column of this name usually is; null: an empty list says nothing.
 */
export function areOfReview(record: SourceRecord): boolean | null {
  let list: unknown[] = [];
  try {
    list = readPictureList(firstOf(record, photoNames.shared));
  } catch {
    return null;
  }
  if (list.length === 0) return null;
  return list.some((item) => isDict(item) && sizes.some((size) => size in item));
}
