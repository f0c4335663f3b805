import type { Product } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { productData } from './product-data.ts';

const product: Product = {
  product_id: 7,
  parent_asin: 'B000000007',
  title: 'Tea bowl',
  brand: 'Ono',
  price: { amount_minor: 2450, currency: 'USD' },
  sale: null,
  average_rating: 4.5,
  rating_count: 12,
  availability: 'low-stock',
  available: 3,
  image_url: '/media/drawn/bowl.svg',
  description: 'A bowl.',
  features: [],
  details: {},
  attributes: [],
  variants: null,
  combinations: [],
  color: null,
  main_category: null,
  categories: [],
  rating_bin: 'High',
  date_first_available: null,
  images: [{ url: '/media/drawn/bowl.svg', large_url: '/media/drawn/bowl-large.svg', alt: 'Tea bowl' }],
};

const dataOf = (changes: Partial<Product> = {}) =>
  productData({ ...product, ...changes }, 'https://shop.test')?.['script:ld+json'];

test('describes a product with its price and absolute addresses, and the rating as the page rounds it', () => {
  expect(dataOf({ average_rating: 4.2894 })).toMatchObject({
    url: 'https://shop.test/p/7/tea-bowl',
    image: ['https://shop.test/media/drawn/bowl-large.svg'],
    offers: { price: '24.50', priceCurrency: 'USD', availability: 'https://schema.org/LimitedAvailability' },
    aggregateRating: { ratingValue: '4.3', ratingCount: 12 },
  });
});

test('names the end of a sale price', () => {
  const sale = {
    regular_price: { amount_minor: 3000, currency: 'USD' },
    lowest_recent_price: { amount_minor: 3000, currency: 'USD' },
    percent_off: 18,
    ends_at: '2026-12-04T00:00:00.000Z',
  };
  expect(dataOf({ sale })?.offers).toMatchObject({
    price: '24.50',
    priceValidUntil: '2026-12-04T00:00:00.000Z',
  });
});

test('leaves out the offer of a product without a price, and the rating of one without ratings; without both, everything', () => {
  const unpriced = { price: null, availability: 'not-for-sale' } as const;
  const unrated = { average_rating: null, rating_count: 0 };
  expect(dataOf(unpriced)).not.toHaveProperty('offers');
  expect(dataOf(unrated)).not.toHaveProperty('aggregateRating');
  expect(dataOf({ ...unpriced, ...unrated })).toBeUndefined();
});
