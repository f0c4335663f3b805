import { expect, test } from 'vitest';
import { itemsGained, readCartChange } from './cart-change.ts';

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test('reads a cart form; a pressed stepper button counts more than the typed quantity', () => {
  const fields = { change: 'set-quantity', product_id: '12', quantity: '3', was: '2' };
  expect(readCartChange(formOf(fields))).toMatchObject({
    kind: 'set-quantity',
    productId: 12,
    quantity: 3,
    was: 2,
  });
  expect(readCartChange(formOf({ ...fields, step_to: '4' }))?.quantity).toBe(4);
});

test('a form without a quantity means one; an invalid quantity changes no count', () => {
  expect(readCartChange(formOf({ change: 'add', product_id: '1' }))?.quantity).toBe(1);
  for (const quantity of ['many', '-1', '1.5', '', '100']) {
    const fields = { product_id: '1', quantity, was: '2' };
    const [added, set] = ['add', 'set-quantity'].map(
      (change) => readCartChange(formOf({ ...fields, change }))!,
    );
    expect(added.quantity).toBeUndefined();
    expect([itemsGained(added), itemsGained(set)]).toEqual([0, 0]);
  }
});

test('a form can name the search that led to the product', () => {
  const searchId = '0192f0c1-2d3e-7f40-8a51-62b7c8d9e0f1';
  const fields = { change: 'add', product_id: '1' };
  expect(readCartChange(formOf({ ...fields, search: searchId }))?.searchId).toBe(searchId);
  for (const search of ['', 'mug'])
    expect(readCartChange(formOf({ ...fields, search }))?.searchId).toBeUndefined();
});

test('ignores an invalid product, and forms that do not change the cart', () => {
  expect(readCartChange(formOf({ change: 'add', product_id: '1.5' }))?.productId).toBeUndefined();
  expect(readCartChange(formOf({ change: 'empty-the-shop' }))).toBeUndefined();
  expect(readCartChange(new FormData())).toBeUndefined();
});

test.each([
  [{ change: 'add', quantity: '2' }, 2],
  [{ change: 'set-quantity', quantity: '5', was: '2' }, 3],
  [{ change: 'set-quantity', quantity: '0', was: '2' }, -2],
  [{ change: 'save-for-later', was: '2' }, -2],
  [{ change: 'move-to-cart', was: '3' }, 3],
  [{ change: 'remove-saved', was: '3' }, 0],
])('%o changes the count by %i', (fields, gained) => {
  expect(itemsGained(readCartChange(formOf(fields))!)).toBe(gained);
});
