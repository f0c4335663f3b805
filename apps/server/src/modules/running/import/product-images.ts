import type { NoteField } from './field-counts.ts';
import { isMissing, readList, readOr } from './field-values.ts';
import {
  isDict,
  isPictureAddress,
  keepPictures,
  readPictureList,
  textOr,
  withoutSize,
} from './picture-list.ts';
import { toOneLine } from './plain-text.ts';
import type { SourceRecord } from './source.ts';

export interface ProductImage {
  url: string;
  largeUrl: string;
  variant: string | null;
}

const start = /^(https?:\/\/|\/)/;

/** Reads `images` of 2023 (a list of dicts or a dict of lists), lists of addresses of 2018, or the one address of 2014. Leaves out invalid addresses. */
export function readImages(record: SourceRecord, note: NoteField): ProductImage[] {
  const images = readOr(note, [], () =>
    isMissing(record.images) ? read2018Images(record) : read2023Images(record.images),
  );
  return keepPictures(images, {
    addressOf: ({ url }) => url,
    isAddress: ({ url, largeUrl }) => isPictureAddress(url, start) && isPictureAddress(largeUrl, start),
    note,
  });
}

const read2023Images = (value: unknown): ProductImage[] =>
  readPictureList(value).map((item, index) => {
    if (!isDict(item)) return fromAddress(item, index);
    const url = textOr(item.large, textOr(item.hi_res, textOr(item.thumb, '')));
    return { url, largeUrl: textOr(item.hi_res, url), variant: readVariant(item.variant) };
  });

function read2018Images(record: SourceRecord): ProductImage[] {
  const small = [record.imageURL, record.image, record.imUrl]
    .map((value) => readList(value, 'image'))
    .find((list) => list.length > 0);
  const large = readList(record.imageURLHighRes, 'imageURLHighRes');
  return (small ?? large).map((value, index) => fromAddress(textOr(large[index], value), index));
}

/** The pictures that the 2018 data lists as `image` are 38 by 50 pixels. */
function fromAddress(value: unknown, index: number): ProductImage {
  const full = withoutSize(textOr(value, ''));
  return { url: full, largeUrl: full, variant: index === 0 ? 'MAIN' : null };
}

const readVariant = (value: unknown): string | null =>
  typeof value === 'string' ? toOneLine(value, 50) || null : null;
