import {
  firstOf,
  isMissing,
  RowError,
  readBoolean,
  readId,
  readNumber,
  readText,
  readTime,
  show,
} from './field-values.ts';
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
}

// 2023's name first, then 2018's and 2014's.
const userNames = ['user_id', 'reviewerID'];
const productNames = ['parent_asin', 'asin'];
const ratingNames = ['rating', 'overall'];
const timeNames = ['timestamp', 'sort_timestamp', 'unixReviewTime', 'reviewTime'];
const titleNames = ['title', 'summary', 'review_title'];
const textNames = ['text', 'reviewText', 'review_text'];
const voteNames = ['helpful_vote', 'helpful_votes', 'vote', 'helpful'];
const verifiedNames = ['verified_purchase', 'verified'];

export const reviewColumns: ReadonlySet<string> = new Set(
  [userNames, productNames, ratingNames, timeNames, titleNames, textNames, voteNames, verifiedNames].flat(),
);

/** `now` bounds the times that are believed. Throws `RowError`. */
export function toReviewRow(record: SourceRecord, now: number): ReviewRow {
  return {
    userId: readId(firstOf(record, userNames), nameIn(record, userNames), 128),
    parentAsin: readId(firstOf(record, productNames), nameIn(record, productNames), 64),
    rating: readRating(firstOf(record, ratingNames), nameIn(record, ratingNames)),
    timeMs: readTime(firstOf(record, timeNames), nameIn(record, timeNames), now),
    title: readText(firstOf(record, titleNames), 'title').replace(/\s+/g, ' '),
    text: readText(firstOf(record, textNames), 'text'),
    helpfulVotes: readVotes(firstOf(record, voteNames)),
    isVerified: readBoolean(firstOf(record, verifiedNames), 'verified_purchase') ?? false,
  };
}

/** Whether a record is about a product rather than a review of one. */
export const looksLikeMeta = (record: SourceRecord): boolean =>
  isMissing(firstOf(record, userNames)) &&
  isMissing(firstOf(record, ratingNames)) &&
  !isMissing(record.title) &&
  !isMissing(firstOf(record, productNames));

const nameIn = (record: SourceRecord, names: string[]): string =>
  names.find((name) => name in record) ?? names[0]!;

function readRating(value: unknown, name: string): number {
  const rating = readNumber(value, name);
  if (rating === null) throw new RowError(`${name} is missing`);
  if (rating < 1 || rating > 5) throw new RowError(`${name} is not between 1 and 5: ${show(value)}`);
  if (!Number.isInteger(rating)) throw new RowError(`${name} is not a whole number: ${show(value)}`);
  return rating;
}

/** 2014 wrote `helpful: [2, 3]`: two of three found it so. */
function readVotes(value: unknown): number {
  const votes = readNumber(Array.isArray(value) ? value[0] : parseFirst(value), 'helpful_vote') ?? 0;
  if (votes > 2 ** 31 - 1) throw new RowError(`helpful_vote is too large: ${show(value)}`);
  // The 2023 dump has a few at -1.
  return Math.max(0, Math.trunc(votes));
}

const parseFirst = (value: unknown): unknown =>
  typeof value === 'string' ? (/^\[\s*(\d+)/.exec(value)?.[1] ?? value) : value;
