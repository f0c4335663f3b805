import { expect, test } from 'vitest';
import { cartSummary } from './cart-summary.ts';

test('says what was added, what was there, and what could not be', () => {
  const { message, notAdded } = cartSummary({
    added: [1, 2],
    already_in_cart: [3],
    not_added: [{ product_id: 4, title: 'Mug', reason: 'out-of-stock' }],
  });
  expect(message).toBe('2 products added to your cart. 1 was in it already. 1 product could not be added.');
  expect(notAdded).toEqual([{ productId: 4, text: 'Mug: out of stock' }]);
});

test('names the cart where nothing went into it', () => {
  expect(cartSummary({ added: [], already_in_cart: [3, 4], not_added: [] }).message).toBe(
    '2 were in your cart already.',
  );
});

test('says so when there is nothing to add', () => {
  expect(cartSummary({ added: [], already_in_cart: [], not_added: [] }).message).toBe(
    'There is nothing on your wishlist to add.',
  );
});
