import type { Product, ShippingMethod } from '@kindred/contracts';
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
  second_image_url: null,
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

const usd = (amount_minor: number) => ({ amount_minor, currency: 'USD' });
const method = (changes: Partial<ShippingMethod>): ShippingMethod => ({
  shipping_method_id: 'standard',
  name: 'Standard',
  description: '',
  price: usd(490),
  free_from: usd(5_000),
  min_days: 3,
  max_days: 5,
  delivery: { from: '2026-12-03', to: '2026-12-07' },
  countries: [],
  ...changes,
});
const shippingMethods = [
  method({}),
  method({ price: usd(1_490), free_from: null, min_days: 1, max_days: 1, countries: ['US', 'CA'] }),
  method({ countries: ['DE'] }),
  method({ price: { amount_minor: 450, currency: 'EUR' }, free_from: null }),
];

const dataOf = (changes: Partial<Product> = {}, country: string | undefined = undefined) =>
  productData({ ...product, ...changes }, { publicUrl: 'https://shop.test', country, shippingMethods })?.[
    'script:ld+json'
  ];

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
    regular_price: usd(3_000),
    lowest_recent_price: usd(3_000),
    percent_off: 18,
    ends_at: '2026-12-04T00:00:00.000Z',
  };
  expect(dataOf({ sale })?.offers).toMatchObject({
    price: '24.50',
    priceValidUntil: '2026-12-04T00:00:00.000Z',
  });
});

test('says what each way of shipping to the shop’s country costs, and how many days it takes', () => {
  const shippingOf = (price: number, country: string) =>
    dataOf({ price: usd(price) }, country)?.offers?.shippingDetails?.map(
      ({ shippingRate, shippingDestination, deliveryTime: { transitTime } }) => [
        shippingRate.value,
        shippingRate.currency,
        shippingDestination.addressCountry,
        transitTime.minValue,
        transitTime.maxValue,
      ],
    );
  const express = ['14.90', 'USD', 'US', 1, 1];
  expect(shippingOf(2_450, 'US')).toEqual([['4.90', 'USD', 'US', 3, 5], express]);
  expect(shippingOf(5_000, 'US')).toEqual([['0.00', 'USD', 'US', 3, 5], express]);
  expect(dataOf()?.offers).not.toHaveProperty('shippingDetails');
  expect(dataOf({ price: null }, 'US')).not.toHaveProperty('offers');
});

test('leaves out the offer of a product without a price, and the rating of one without ratings; without both, everything', () => {
  const unpriced = { price: null, availability: 'not-for-sale' } as const;
  const unrated = { average_rating: null, rating_count: 0 };
  expect(dataOf(unpriced)).not.toHaveProperty('offers');
  expect(dataOf(unrated)).not.toHaveProperty('aggregateRating');
  expect(dataOf({ ...unpriced, ...unrated })).toBeUndefined();
});

test('a product that cannot be bought is not sent, as on its page', () => {
  const shipping = (changes: Partial<Product>) => dataOf(changes, 'US')?.offers?.shippingDetails;
  expect(shipping({})).toHaveLength(2);
  expect(shipping({ available: 0, availability: 'out-of-stock' })).toBeUndefined();
  expect(shipping({ availability: 'not-for-sale' })).toBeUndefined();
});
