import type { NoteField } from './field-counts.ts';
import {
  FieldError,
  firstOf,
  largestCount,
  readBoolean,
  readId,
  readNumber,
  readOr,
  readText,
  readTime,
  withoutWords,
} from './field-values.ts';
import { photoNames, readPhotos } from './review-photos.ts';
import type { SourceRecord } from './source.ts';

export interface ReviewRow {
  userId: string;
  parentAsin: string;
  rating: number;
  timeMs: number;
  title: string;
  text: string;
  helpfulVotes: number;
  isVerified: boolean;
  /** Their addresses. */
  photos: string[];
}

// The name of the 2023 data first, then that of the 2018 and 2014 data.
const userNames = ['user_id', 'reviewerID'];
const productNames = ['parent_asin', 'asin', 'product_id'];
const ratingNames = ['rating', 'overall'];
const timeNames = ['timestamp', 'sort_timestamp', 'unixReviewTime', 'reviewTime'];
const titleNames = ['title', 'summary', 'review_title'];
const textNames = ['text', 'reviewText', 'review_text'];
const voteNames = ['helpful_vote', 'helpful_votes', 'vote', 'helpful'];
const verifiedNames = ['verified_purchase', 'verified'];

/** The fields of a review, each with the columns that may have it. */
export const reviewFields = {
  user: userNames,
  product: productNames,
  rating: ratingNames,
  time: timeNames,
  title: titleNames,
  text: textNames,
  'helpful votes': voteNames,
  'verified purchase': verifiedNames,
  photos: [...photoNames.certain, ...photoNames.shared],
  'year (compared)': ['year'],
  'month (compared)': ['month'],
  'day (compared)': ['day'],
  'hour (compared)': ['hour'],
  'minute (compared)': ['minute'],
} as const satisfies Record<string, readonly string[]>;

/** The columns with the product and the review's title. They depend on the file, not on the row. */
export interface ReviewNames {
  product: readonly string[];
  title: readonly string[];
}

const usualNames: ReviewNames = { product: productNames, title: titleNames };

export interface ReviewReading {
  /** Times after this one are rejected. */
  now: number;
  note: NoteField;
  names?: ReviewNames;
}

/** Throws `RowError` if user, product, rating or time is missing. Other values that cannot be read are left out and noted. */
export function toReviewRow(
  record: SourceRecord,
  { now, note, names = usualNames }: ReviewReading,
): ReviewRow {
  return {
    userId: readId(firstOf(record, userNames), nameIn(record, userNames), 128),
    parentAsin: readId(firstOf(record, names.product), nameIn(record, names.product), 64),
    rating: readRating(firstOf(record, ratingNames), nameIn(record, ratingNames)),
    timeMs: readTime(firstOf(record, timeNames), nameIn(record, timeNames), now),
    title: readOr(note, '', () => readText(firstOf(record, names.title), 'title', note)).replace(/\s+/g, ' '),
    text: readOr(note, '', () => readText(firstOf(record, textNames), 'text', note)),
    helpfulVotes: readOr(note, 0, () => readVotes(firstOf(record, voteNames), note)),
    isVerified: readOr(note, false, () => readVerified(record) ?? false),
    photos: readPhotos(record, note),
  };
}

const nameIn = (record: SourceRecord, names: readonly string[]): string =>
  names.find((name) => name in record) ?? names[0]!;

function readRating(value: unknown, name: string): number {
  const rating = readNumber(value, name);
  if (rating === null) throw new FieldError(name, 'is missing');
  if (rating < 1 || rating > 5) throw new FieldError(name, 'is not between 1 and 5', value);
  if (!Number.isInteger(rating)) throw new FieldError(name, 'is not a whole number', value);
  return rating;
}

const readVerified = (record: SourceRecord): boolean | null =>
  readBoolean(firstOf(record, verifiedNames), 'verified_purchase');

/** The 2014 data has `helpful: [2, 3]`: two of three readers found the review helpful. */
function readVotes(value: unknown, note: NoteField): number {
  const votes = readNumber(Array.isArray(value) ? value[0] : parseFirst(value), 'helpful_vote') ?? 0;
  if (votes > largestCount) throw new FieldError('helpful_vote', `is larger than ${largestCount}`, value);
  // The 2023 dump has a few counts of -1.
  const count = Math.max(0, Math.trunc(votes));
  if (count !== votes) note('helpful_vote', 'is not a whole number from 0 up: altered', value);
  return count;
}

const parseFirst = (value: unknown): unknown =>
  typeof value === 'string' ? (/^\[\s*(\d+)/.exec(value)?.[1] ?? withoutWords(value)) : value;
