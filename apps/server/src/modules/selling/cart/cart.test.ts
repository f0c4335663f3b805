import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyCart, type StoredCart } from '../../../ports/cart-store.ts';
import {
  acknowledgePrices,
  addLine,
  clampQuantity,
  maximumQuantity,
  mergeCarts,
  removeLine,
  type Sellable,
  saveLine,
  setQuantity,
} from './cart.ts';
import { noticesOf } from './cart-notices.ts';

const usd = (amount_minor: number) => ({ amount_minor, currency: 'USD' });

function stored(productId: number, quantity: number, second = 0) {
  const addedAt = new Date(Date.UTC(2026, 4, 1, 12, 0, second)).toISOString();
  return { productId, quantity, seenPriceMinor: 1_000, currency: 'USD', addedAt };
}

test('adding more of a product raises its quantity, up to the stock, and keeps its position', () => {
  const cart = { ...emptyCart, lines: [stored(1, 2), stored(2, 1, 1)], promoCodes: ['A'] };
  expect(addLine(cart, stored(1, 3, 9), 4)).toEqual({
    ...emptyCart,
    lines: [stored(1, 4), stored(2, 1, 1)],
    promoCodes: ['A'],
  });
  expect(addLine(emptyCart, stored(1, 500), 1_000).lines[0].quantity).toBe(maximumQuantity);
});

test('a line keeps the last search that led to it, also in a merge and when it is saved for later', () => {
  const led = (searchId: string) => ({ ...stored(1, 1), searchId });
  const byMug = addLine(emptyCart, led('mug'), 9);
  expect(addLine(byMug, stored(1, 1), 9).lines).toEqual([{ ...stored(1, 2), searchId: 'mug' }]);
  expect(addLine(byMug, led('cup'), 9).lines).toEqual([{ ...stored(1, 2), searchId: 'cup' }]);
  expect(saveLine(byMug, 1, 'today').saved).toMatchObject([{ searchId: 'mug' }]);
  const plain = addLine(emptyCart, stored(1, 1), 9);
  for (const [visitor, user, searchId] of [
    [byMug, plain, 'mug'],
    [plain, byMug, 'mug'],
    [addLine(emptyCart, led('cup'), 9), byMug, 'cup'],
  ] as const)
    expect(mergeCarts({ visitor, user }, new Map()).cart.lines).toMatchObject([{ quantity: 2, searchId }]);
  expect(mergeCarts({ visitor: plain, user: plain }, new Map()).cart.lines[0]).not.toHaveProperty('searchId');
});

test('a quantity of 0 removes the line', () => {
  const cart = { ...emptyCart, lines: [stored(1, 2), stored(2, 1)], promoCodes: [] };
  expect(setQuantity(cart, 1, 0, 5)).toEqual(removeLine(cart, 1));
  expect(removeLine(removeLine(cart, 1), 2).lines).toEqual([]);
});

test('keeps the quantity if the product is out of stock', () => {
  expect(clampQuantity(7, 0)).toBe(7);
  expect(clampQuantity(7, 3)).toBe(3);
});

test('reports what has changed since the owner saw the cart, until they change it', () => {
  const sellable: Sellable = { price: usd(1_250), available: 2 };
  const cart: StoredCart = { ...emptyCart, lines: [stored(1, 3)], promoCodes: [] };
  expect(noticesOf(cart.lines[0], sellable, 'USD')).toEqual([
    {
      kind: 'quantity-clamped',
      product_id: 1,
      message: 'Only 2 left: we changed the quantity.',
      from: 3,
      to: 2,
      prices: null,
    },
    {
      kind: 'price-changed',
      product_id: 1,
      message: 'The price was $10.00 and is now $12.50.',
      from: 1_000,
      to: 1_250,
      prices: { from: usd(1_000), to: usd(1_250) },
    },
  ]);
  const { lines } = acknowledgePrices(cart, new Map([[1, sellable]]));
  expect(noticesOf({ ...lines[0], quantity: 2 }, sellable, 'USD')).toEqual([]);
});

test.each<[string, Sellable, string]>([
  ['no-longer-sold', { price: null, available: 0 }, 'USD'],
  ['other-currency', { price: usd(1_000), available: 9 }, 'EUR'],
  ['out-of-stock', { price: usd(1_000), available: 0 }, 'USD'],
])('reports a line that is %s', (kind, sellable, currency) => {
  expect(noticesOf(stored(1, 3), sellable, currency).map((notice) => notice.kind)).toEqual([kind]);
});

const anyCart = fc
  .uniqueArray(
    fc.record({
      productId: fc.integer({ min: 1, max: 40 }),
      quantity: fc.integer({ min: 1, max: 99 }),
      second: fc.nat(59),
    }),
    { selector: ({ productId }) => productId, maxLength: 35 },
  )
  .map((all): StoredCart => {
    const [lines, saved] = [
      all.filter((_, place) => place % 4 > 0),
      all.filter((_, place) => place % 4 === 0),
    ].map((some) => some.map(({ productId, quantity, second }) => stored(productId, quantity, second)));
    return {
      ...emptyCart,
      lines,
      saved,
      promoCodes: lines.slice(0, 3).map(({ productId }) => `CODE${productId}`),
    };
  });
const anyStock = fc
  .array(fc.oneof(fc.constant(0), fc.nat(150)), { minLength: 41, maxLength: 41 })
  .map(
    (stock) => new Map(stock.map((available, productId) => [productId, { price: usd(1_000), available }])),
  );

test('a merge keeps every product and code, and its report adds up', () => {
  fc.assert(
    fc.property(anyCart, anyCart, anyStock, (visitor, user, stock) => {
      const { cart, lines } = mergeCarts({ visitor, user }, stock);
      const ids = (from: StoredCart) => from.lines.map(({ productId }) => productId);
      expect(new Set(ids(cart))).toEqual(new Set([...ids(visitor), ...ids(user)]));
      expect(cart.lines).toHaveLength(new Set(ids(cart)).size);
      const saved = [...visitor.saved, ...user.saved].map(({ productId }) => productId);
      const savedOnly = new Set(saved.filter((productId) => !ids(cart).includes(productId)));
      expect(cart.saved.map(({ productId }) => productId).toSorted()).toEqual([...savedOnly].toSorted());
      expect(new Set(cart.promoCodes)).toEqual(new Set([...visitor.promoCodes, ...user.promoCodes]));
      for (const [index, line] of lines.entries()) {
        const { available } = stock.get(line.productId)!;
        expect(cart.lines[index]).toMatchObject({ productId: line.productId, quantity: line.quantity });
        expect(line.quantity).toBeGreaterThan(0);
        expect(line.quantity).toBeLessThanOrEqual(available > 0 ? Math.min(available, 99) : 99);
        expect(line.quantity === line.fromVisitor + line.fromUser).toBe(!line.isClamped);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('swapping the two carts does not change the quantities of a merge', () => {
  fc.assert(
    fc.property(anyCart, anyCart, anyStock, (a, b, stock) => {
      const quantities = (cart: StoredCart) =>
        new Map(cart.lines.map((line) => [line.productId, line.quantity]));
      expect(quantities(mergeCarts({ visitor: a, user: b }, stock).cart)).toEqual(
        quantities(mergeCarts({ visitor: b, user: a }, stock).cart),
      );
    }),
    { numRuns: 1_000 },
  );
});
