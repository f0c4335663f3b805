import { expect, test } from 'vitest';
import { cartSummary } from './cart-summary.ts';

test('says which products were added, were already in the cart, or could not be added', () => {
  const { message, notAdded } = cartSummary({
    added: [1, 2],
    already_in_cart: [3],
    not_added: [{ product_id: 4, title: 'Mug', reason: 'out-of-stock' }],
  });
  expect(message).toBe('2 products added to your cart. 1 was already in it. 1 product could not be added.');
  expect(notAdded).toEqual([{ productId: 4, text: 'Mug: out of stock' }]);
});

test('names the cart if nothing was added to it', () => {
  expect(cartSummary({ added: [], already_in_cart: [3, 4], not_added: [] }).message).toBe(
    '2 were already in your cart.',
  );
});

test('says so if the wishlist is empty', () => {
  expect(cartSummary({ added: [], already_in_cart: [], not_added: [] }).message).toBe(
    'Your wishlist is empty.',
  );
});
