import type { AttributeSource } from './attribute-source.ts';
import { toArrayLiteral, toCopyLine } from './copy-line.ts';
import type { DerivedColumns } from './derived-columns.ts';
import { firstOf, isMissing } from './field-values.ts';
import { type Frame, knownColumns } from './frame.ts';
import { toNumberId } from './product-row.ts';
import { areOfReview, photoNames, withoutPictures } from './review-photos.ts';
import { type ReviewNames, type ReviewRow, reviewFields, toReviewRow } from './review-row.ts';
import type { RowFormat } from './row-format.ts';
import { combineSaid, createSaid } from './said.ts';
import type { SourceRecord } from './source.ts';
import { columnsAboutUsers, toUserLine, toUserRow, type UserRow, userFields } from './user-row.ts';

/** One review per user and product in a batch. `firstTimeMs` is the time of the oldest review that it replaces. */
interface ReviewToMerge extends ReviewRow {
  firstTimeMs: number;
  said: number;
  /** The product is given by its number in the data set. */
  isByNumber: boolean;
  /** The variant that the reviewer had, if the file names it. */
  variantAsin: string | null;
  /** Null if the file has no column about users. */
  user: UserRow | null;
}

export interface ReviewFacts {
  /** The users for COPY, each once. */
  users: Uint8Array<ArrayBuffer> | null;
  hasNumbers: boolean;
  /** The combinations of values that rows contain, each once. Most files have one. */
  said: number[];
}

export const reviewSaid = createSaid({
  title: reviewFields.title,
  text: reviewFields.text,
  helpfulVotes: reviewFields['helpful votes'],
  isVerified: reviewFields['verified purchase'],
  photos: reviewFields.photos,
});

const asinNames = ['parent_asin', 'asin'];
const numberNames = ['product_id'];
const titlesOfReview = ['summary', 'review_title'];
const timeParts = ['year', 'month', 'day', 'hour', 'minute'] as const;

/** Times after `now` are rejected. `replace`: clear the values for which the file has no column. */
export const reviewFormat = (
  { now, replace }: { now: number; replace: boolean },
  attributes: readonly AttributeSource[],
): RowFormat<ReviewToMerge, ReviewFacts> => ({
  kind: 'reviews',
  sourceKind: { ...knownColumns('reviews', attributes), takesRatings: true },
  toRow(record, { frame, note, derived }) {
    const names: ReviewNames = {
      product: frame.has(asinNames) ? asinNames : numberNames,
      title: frame.isTitleOfProduct ? titlesOfReview : reviewFields.title,
    };
    const isByNumber = names.product === numberNames;
    const hasPhotos = !frame.isJoined || frame.has(photoNames.certain) || areOfReview(record) === true;
    const review = toReviewRow(hasPhotos ? record : withoutPictures(record), { now, note, names });
    if (isByNumber) review.parentAsin = toNumberId(review.parentAsin);
    if (frame.has(timeParts)) compareTime(record, review, derived);
    return {
      ...review,
      firstTimeMs: review.timeMs,
      said: replace ? reviewSaid.all : hasPhotos ? saidIn(frame) : saidIn(frame) & ~reviewSaid.bits.photos,
      isByNumber,
      variantAsin: variantOf(record, review),
      user: frame.has(columnsAboutUsers) ? toUserRow(record, { now, frame, note, isWhole: false }) : null,
    };
  },
  keyOf: ({ userId, parentAsin }) => `${userId}\0${parentAsin}`,
  combine(earlier, later) {
    const firstTimeMs = Math.min(earlier.firstTimeMs, later.firstTimeMs);
    const { user } = later;
    if (later.timeMs < earlier.timeMs) return { ...earlier, firstTimeMs, user };
    return { ...combineSaid(reviewSaid, keysOf, earlier, later), firstTimeMs };
  },
  toLine(review) {
    const time = new Date(review.timeMs).toISOString();
    return toCopyLine([
      review.userId,
      review.parentAsin,
      review.isByNumber,
      review.variantAsin,
      review.rating,
      time,
      review.firstTimeMs === review.timeMs ? time : new Date(review.firstTimeMs).toISOString(),
      review.said,
      review.title,
      review.text,
      review.helpfulVotes,
      review.isVerified,
      toArrayLiteral(review.photos),
    ]);
  },
  factsOf(reviews) {
    const users = new Map<string, UserRow>();
    for (const { user } of reviews) if (user !== null) users.set(user.userId, user);
    const lines = [...users.values()].map(toUserLine);
    return {
      users: lines.length === 0 ? null : new TextEncoder().encode(lines.join('')),
      hasNumbers: reviews.some(({ isByNumber }) => isByNumber),
      said: [...new Set(reviews.map(({ said }) => said))],
    };
  },
});

/** The 2023 data has both: `asin` is the bought variant, `parent_asin` the group. */
function variantOf({ asin }: SourceRecord, { parentAsin }: ReviewRow): string | null {
  const variant = typeof asin === 'string' ? asin.trim() : '';
  return variant === '' || variant === parentAsin || variant.length > 64 || variant.includes('\0')
    ? null
    : variant;
}

const keysOf = {
  title: ['title'],
  text: ['text'],
  helpfulVotes: ['helpfulVotes'],
  isVerified: ['isVerified'],
  photos: ['photos'],
} as const;

const saidIn = (frame: Frame): number =>
  frame.isTitleOfProduct && !frame.has(titlesOfReview)
    ? reviewSaid.in(frame) & ~reviewSaid.bits.title
    : reviewSaid.in(frame);

/** Compares the columns that PostgreSQL derives from the time, by the same rule, in UTC. */
function compareTime(record: SourceRecord, { timeMs }: ReviewRow, columns: DerivedColumns): void {
  const time = new Date(timeMs);
  const derived = [
    time.getUTCFullYear(),
    time.getUTCMonth() + 1,
    time.getUTCDate(),
    time.getUTCHours(),
    time.getUTCMinutes(),
  ];
  timeParts.forEach((part, index) => {
    const said = record[part];
    if (isMissing(said)) return;
    const number = Number(said);
    const where = `the review of ${String(firstOf(record, [...asinNames, ...numberNames]))} by ${String(firstOf(record, userFields.user))}`;
    columns.compare(part, Number.isNaN(number) ? String(said) : number, derived[index], where);
  });
}
