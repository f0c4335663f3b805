import { afterAll, beforeAll, expect, test } from 'vitest';
import { withTransaction } from '../../../platform/postgres/database.ts';
import { line, visitor } from '../../../ports/cart-store.contract.ts';
import { emptyCart } from '../../../ports/cart-store.ts';
import { createCartFixture } from '../../../testing/cart-fixture.ts';
import { takeFromCart } from './take-from-cart.ts';

let fixture: Awaited<ReturnType<typeof createCartFixture>>;
beforeAll(async () => {
  fixture = await createCartFixture();
});
afterAll(() => fixture.close());

test('bought products leave the cart, and products added meanwhile stay', async () => {
  const { db, store, productIds: ids } = fixture;
  const [owner, other] = [visitor(), visitor()];
  const cart = {
    ...emptyCart,
    saved: [line(ids[4], 1, 5)],
    lines: [line(ids[0], 2, 1), line(ids[1], 5, 2), line(ids[2], 1, 3), line(ids[3], 4, 4)],
    promoCodes: ['USED', 'KEPT'],
    mergedItemCount: 3,
  };
  for (const one of [owner, other]) await store.update(one, () => cart);
  const bought = [
    { productId: ids[0], quantity: 2 },
    { productId: ids[1], quantity: 3 },
    { productId: ids[2], quantity: 2 },
  ];
  await withTransaction(db, (tx) => takeFromCart(tx, owner, { lines: bought, promoCodes: ['USED'] }));
  expect(await store.read(owner)).toEqual({
    ...cart,
    lines: [line(ids[1], 2, 2), line(ids[3], 4, 4)],
    promoCodes: ['KEPT'],
    mergedItemCount: null,
  });
  expect(await store.read(other)).toEqual(cart);
});
