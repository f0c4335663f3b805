import type { Product } from '@kindred/contracts';
import { countOf } from '../../shared/in-words.ts';
import { moneyText } from '../../shared/money-text.ts';
import { excerpt } from '../../shared/seo.ts';

const maxLength = 160;

/** Describes a product for search engines and previews: what it is, then its price and rating, which are never cut off. */
export function productDescription(
  product: Pick<
    Product,
    'average_rating' | 'description' | 'features' | 'price' | 'rating_count' | 'sale' | 'title'
  >,
): string {
  const { price, sale, average_rating: rating, rating_count: ratings } = product;
  const facts = [
    ...(price === null
      ? []
      : [sale === null ? `${moneyText(price)}.` : `${moneyText(price)}, ${sale.percent_off}% off.`]),
    ...(rating === null || ratings === 0
      ? []
      : [`Rated ${rating.toFixed(1)} by ${countOf(ratings, 'shopper')}.`]),
  ].join(' ');
  const text = product.description || product.features.join('. ') || product.title;
  return `${sentencesOf(text, maxLength - facts.length - 1)} ${facts}`.trim();
}

/** As many whole sentences as fit, or the start of the first one. */
function sentencesOf(text: string, room: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const ends = [...plain.matchAll(/[.!?](?= |$)/g)].map(({ index }) => index + 1);
  const end = [...ends, plain.length].findLast((one) => one <= room);
  if (end === undefined) return excerpt(plain, room);
  const start = plain.slice(0, end);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}
