import { expect, test } from 'vitest';
import { firstOpenStep, stepOf, stepToShow } from './checkout-steps.ts';

const card = { payment_method_id: 'pm_1', brand: 'visa', last4: '4242', expiry: '04/34' };
const progress = (missing: string[], { isPayable = true, hasCard = false, draft = {} } = {}) =>
  ({
    draft,
    missing,
    payment_method: hasCard ? card : null,
    breakdown: { total_price: { amount_minor: isPayable ? 4_320 : 0, currency: 'USD' } },
  }) as unknown as Parameters<typeof firstOpenStep>[0];

test('continues with the first step that is not done', () => {
  expect(firstOpenStep(progress(['email', 'shipping_address', 'shipping_method_id']))).toBe('contact');
  expect(firstOpenStep(progress(['shipping_method_id']))).toBe('delivery');
  expect(firstOpenStep(progress([]))).toBe('payment');
  expect(firstOpenStep(progress([], { hasCard: true }))).toBe('review');
});

test('continues with the step that has unfinished input, even if an earlier value is valid', () => {
  expect(firstOpenStep(progress([], { hasCard: true, draft: { city: 'Ber' } }))).toBe('delivery');
  expect(firstOpenStep(progress([], { hasCard: true, draft: { email: 'ada@' } }))).toBe('contact');
});

test('an order that costs nothing needs no payment method', () => {
  expect(firstOpenStep(progress([], { isPayable: false }))).toBe('review');
});

test('a shopper can go back to a step, but not skip one', () => {
  const inDelivery = progress(['shipping_address', 'shipping_method_id']);
  expect(stepToShow('contact', inDelivery)).toBe('contact');
  expect(stepToShow('review', inDelivery)).toBe('delivery');
  expect(stepToShow(undefined, inDelivery)).toBe('delivery');
});

test('reads the step from an address', () => {
  expect(stepOf('payment')).toBe('payment');
  expect(stepOf('paying')).toBeUndefined();
  expect(stepOf(null)).toBeUndefined();
});
