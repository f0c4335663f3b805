/** @file The contract suite of cart stores. The tests of each adapter run it against the real service. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CartOwner,
  type CartStore,
  emptyCart,
  type StoredCart,
  type StoredCartLine,
} from './cart-store.ts';

export interface CartStoreFixture {
  readonly store: CartStore;
  /** At least ten existing products. */
  readonly productIds: readonly number[];
  readonly userId: string;
  /** Adds one to every quantity in a transaction outside the store. */
  changeBehindBack(owner: CartOwner): Promise<void>;
  close(): Promise<void>;
}

export function visitor(): CartOwner {
  return { kind: 'visitor', visitorId: randomUUID() };
}

export function line(productId: number, quantity: number, second = 0): StoredCartLine {
  const addedAt = new Date(Date.UTC(2026, 4, 1, 12, 0, second)).toISOString();
  return { productId, quantity, seenPriceMinor: 1_000 + productId, currency: 'USD', addedAt };
}

/** Adds one unit of a product. */
export function plusOne(productId: number): (cart: StoredCart) => StoredCart {
  return (cart) => {
    const quantity = (cart.lines.find((one) => one.productId === productId)?.quantity ?? 0) + 1;
    const others = cart.lines.filter((one) => one.productId !== productId);
    return { ...cart, lines: [...others, line(productId, quantity)] };
  };
}

export function describeCartStore(name: string, open: () => Promise<CartStoreFixture>): void {
  describe(`carts in ${name}`, () => {
    let fixture: CartStoreFixture;
    let store: CartStore;
    let ids: readonly number[];

    beforeAll(async () => {
      fixture = await open();
      ({ store, productIds: ids } = fixture);
    });
    afterAll(() => fixture.close());

    test('an owner without a cart has an empty one', async () => {
      expect(await store.read(visitor())).toEqual(emptyCart);
    });

    test('returns what was stored, with the lines in the order of their addition', async () => {
      const owner: CartOwner = { kind: 'user', userId: fixture.userId };
      const wanted = {
        lines: [{ ...line(ids[2], 3, 1), searchId: randomUUID() }, line(ids[0], 99, 2), line(ids[1], 1, 3)],
        saved: [line(ids[4], 2, 1), { ...line(ids[3], 1, 2), searchId: randomUUID() }],
        promoCodes: ['A', 'B'],
        country: 'DE',
        mergedItemCount: 3,
      };
      expect(
        await store.update(owner, () => ({
          ...wanted,
          lines: wanted.lines.toReversed(),
          saved: wanted.saved.toReversed(),
        })),
      ).toEqual(wanted);
      expect(await store.read(owner)).toEqual(wanted);
      expect(await store.read(owner)).toEqual(wanted);
    });

    test('changes and removes lines', async () => {
      const owner = visitor();
      await store.update(owner, () => ({
        ...emptyCart,
        lines: [line(ids[0], 1, 1), line(ids[1], 1, 2)],
        promoCodes: ['A'],
      }));
      await store.update(owner, () => ({
        ...emptyCart,
        lines: [line(ids[1], 7, 2), line(ids[2], 2, 3)],
        promoCodes: [],
      }));
      expect(await store.read(owner)).toEqual({
        ...emptyCart,
        lines: [line(ids[1], 7, 2), line(ids[2], 2, 3)],
        promoCodes: [],
      });
      await store.update(owner, () => emptyCart);
      expect(await store.read(owner)).toEqual(emptyCart);
    });

    test('stores, changes and removes saved products, with or without a cart', async () => {
      const owner = visitor();
      await store.update(owner, () => ({ ...emptyCart, saved: [line(ids[0], 1, 1)] }));
      await store.update(owner, (cart) => ({ ...cart, lines: cart.saved, saved: [line(ids[1], 2, 2)] }));
      expect(await store.read(owner)).toEqual({
        ...emptyCart,
        lines: [line(ids[0], 1, 1)],
        saved: [line(ids[1], 2, 2)],
      });
      await store.update(owner, (cart) => ({ ...cart, saved: [] }));
      expect(await store.read(owner)).toEqual({ ...emptyCart, lines: [line(ids[0], 1, 1)] });
    });

    test('a line keeps its search until another search leads to it', async () => {
      const owner = visitor();
      const [first, second] = [randomUUID(), randomUUID()];
      const led = (searchId?: string) => ({ ...line(ids[0], 1), ...(searchId && { searchId }) });
      for (const wanted of [led(first), led(second), led()]) {
        await store.update(owner, (cart) => ({ ...cart, lines: [wanted] }));
        await store.forget(owner);
        expect((await store.read(owner)).lines).toEqual([wanted]);
      }
    });

    test('a change that throws changes nothing', async () => {
      const owner = visitor();
      await store.update(owner, plusOne(ids[0]));
      const refused = store.update(owner, () => {
        throw new Error('no room');
      });
      await expect(refused).rejects.toThrow('no room');
      expect((await store.read(owner)).lines).toEqual([line(ids[0], 1)]);
    });

    test('50 concurrent changes of one cart happen one after the other', async () => {
      const owner = visitor();
      await Promise.all(Array.from({ length: 50 }, () => store.update(owner, plusOne(ids[0]))));
      expect((await store.read(owner)).lines).toEqual([line(ids[0], 50)]);
    });

    test('of 20 concurrent promo codes, each for a cart without codes, one is stored', async () => {
      const owner = visitor();
      const changes = Array.from({ length: 20 }, (_, index) =>
        store.update(owner, (cart) =>
          cart.promoCodes.length > 0 ? cart : { ...cart, promoCodes: [`CODE${index}`] },
        ),
      );
      const results = await Promise.all(changes);
      const { promoCodes } = await store.read(owner);
      expect(promoCodes).toHaveLength(1);
      for (const result of results) expect(result.promoCodes).toEqual(promoCodes);
    });

    test('changes two carts together, in either order, without a deadlock', async () => {
      const [a, b] = [visitor(), visitor()];
      await store.update(a, () => ({ ...emptyCart, lines: [line(ids[0], 60)], promoCodes: [] }));
      const swap = ([one, other]: readonly [StoredCart, StoredCart]) => [other, one] as const;
      await Promise.all(
        Array.from({ length: 31 }, (_, index) => store.updateBoth(index % 2 ? [a, b] : [b, a], swap)),
      );
      expect(await store.read(a)).toEqual(emptyCart);
      expect((await store.read(b)).lines).toEqual([line(ids[0], 60)]);
    });

    test('changes both carts or neither', async () => {
      const [a, b] = [visitor(), visitor()];
      await store.update(a, plusOne(ids[0]));
      const unknownProduct = store.updateBoth([a, b], () => [
        emptyCart,
        { ...emptyCart, lines: [line(2_147_483_000, 1)], promoCodes: [] },
      ]);
      await expect(unknownProduct).rejects.toThrow();
      expect((await store.read(a)).lines).toEqual([line(ids[0], 1)]);
      expect(await store.read(b)).toEqual(emptyCart);
    });

    test('`forget` drops a cart that another transaction changed', async () => {
      const owner = visitor();
      await store.update(owner, plusOne(ids[0]));
      await store.read(owner);
      await fixture.changeBehindBack(owner);
      await store.forget(owner);
      expect((await store.read(owner)).lines).toEqual([line(ids[0], 2)]);
    });
  });
}
