import type { Product } from '../catalogue/product.ts';
import { hashOf, Random } from '../random.ts';
import type { Purchase } from '../shoppers/shop.ts';
import type { Shopper } from '../shoppers/shopper.ts';
import type { ReviewImage, Snapshots } from './review-photos.ts';
import { writeReview } from './write-review.ts';

/** One line of `reviews.jsonl`, as Amazon Reviews 2023 lays it out: `asin` is the variant that was bought. */
export interface ReviewRow {
  rating: number;
  title: string;
  text: string;
  images: ReviewImage[];
  asin: string;
  parent_asin: string;
  user_id: string;
  timestamp: number;
  helpful_vote: number;
  verified_purchase: boolean;
}

/** `others`: the further variants of the purchased product. Rows take their photos from `snapshots` in their order. */
export function reviewRow(
  purchase: Purchase,
  shopper: Shopper,
  { others, snapshots, seed }: { others: readonly Product[] | undefined; snapshots: Snapshots; seed: number },
): ReviewRow {
  const { at, rating } = purchase;
  const { index } = purchase.product;
  const words = new Random(seed, 'review', shopper.index, index);
  const votes = new Random(seed, 'votes', shopper.index, index);
  const product =
    others === undefined
      ? purchase.product
      : boughtOf(purchase.product, others, hashOf(seed, 'bought', shopper.index, index));
  const { title, text } = writeReview({ ...purchase, product }, shopper.wordiness, words);
  const noticed = votes.chance(0.14 + Math.min(0.2, text.length / 1600) + (rating <= 2 ? 0.1 : 0));
  return {
    rating,
    title,
    text,
    images: snapshots.take(product, { rating, hash: hashOf(seed, 'photos', shopper.index, index) }),
    asin: product.asin,
    parent_asin: product.parentAsin,
    user_id: shopper.id,
    timestamp: at,
    helpful_vote: noticed ? 1 + Math.floor(votes.exponential(2.2)) : 0,
    verified_purchase: votes.chance(0.92),
  };
}

/** The first variant is as popular as three others. */
const boughtOf = (first: Product, others: readonly Product[], hash: number): Product =>
  others[(hash % (others.length + 3)) - 3] ?? first;
