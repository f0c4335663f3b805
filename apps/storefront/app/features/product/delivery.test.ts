import type { ShippingMethod } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { deliveryOffers } from './delivery.ts';

const usd = (amount_minor: number) => ({ amount_minor, currency: 'USD' });
const method = (change: Partial<ShippingMethod>): ShippingMethod => ({
  shipping_method_id: '1',
  name: 'Standard',
  description: '',
  price: usd(490),
  free_from: usd(5_000),
  min_days: 2,
  max_days: 4,
  delivery: { from: '2026-12-02', to: '2026-12-04' },
  countries: [],
  ...change,
});
const express = method({
  name: 'Express',
  price: usd(1_490),
  free_from: null,
  min_days: 1,
  max_days: 1,
  delivery: { from: '2026-12-01', to: '2026-12-01' },
});

test('offers the cheapest delivery first, and says from which order it is free', () => {
  expect(deliveryOffers([express, method({})], usd(1_900))).toEqual([
    {
      name: 'Standard',
      days: '2 to 4 working days',
      arrival: { from: '2026-12-02', to: '2026-12-04' },
      price: usd(490),
      freeFrom: usd(5_000),
    },
    {
      name: 'Express',
      days: '1 working day',
      arrival: { from: '2026-12-01', to: '2026-12-01' },
      price: usd(1_490),
      freeFrom: null,
    },
  ]);
});

test('is free if the product alone costs enough', () => {
  expect(deliveryOffers([express, method({})], usd(5_000))[0]).toMatchObject({
    price: usd(0),
    freeFrom: null,
  });
  expect(deliveryOffers([method({ price: usd(0) })], usd(100))[0]).toMatchObject({
    price: usd(0),
    freeFrom: null,
  });
});

test('offers nothing without a price in the product’s currency', () => {
  expect(deliveryOffers([method({})], { amount_minor: 1_900, currency: 'EUR' })).toEqual([]);
});
