import { Random } from '../random.ts';
import type { Purchase } from '../shoppers/shop.ts';
import type { Shopper } from '../shoppers/shopper.ts';
import { writeReview } from './write-review.ts';

/** One line of `reviews.jsonl`, as Amazon Reviews 2023 lays it out. */
export interface ReviewRow {
  rating: number;
  title: string;
  text: string;
  images: never[];
  asin: string;
  parent_asin: string;
  user_id: string;
  timestamp: number;
  helpful_vote: number;
  verified_purchase: boolean;
}

export function reviewRow(purchase: Purchase, shopper: Shopper, seed: number): ReviewRow {
  const { product, at, rating } = purchase;
  const rng = new Random(seed, 'review', shopper.index, product.index);
  const { title, text } = writeReview(purchase, shopper.wordiness, rng);
  const noticed = rng.chance(0.14 + Math.min(0.2, text.length / 1600) + (rating <= 2 ? 0.1 : 0));
  return {
    rating,
    title,
    text,
    images: [],
    asin: product.asin,
    parent_asin: product.asin,
    user_id: shopper.id,
    timestamp: at,
    helpful_vote: noticed ? 1 + Math.floor(rng.exponential(2.2)) : 0,
    verified_purchase: rng.chance(0.92),
  };
}
