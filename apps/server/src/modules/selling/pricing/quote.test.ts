import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Promotion, PromotionBenefit } from './promotion.ts';
import { type Quote, quote } from './quote.ts';
import type { ShippingMethod, TaxRate } from './shipping-and-tax.ts';

const now = new Date('2026-05-01T12:00:00Z');

function promotion(code: string, benefit: PromotionBenefit, terms: Partial<Promotion> = {}): Promotion {
  return {
    promotionId: Number.parseInt(code.slice(0, 6), 36),
    code,
    description: '',
    currency: null,
    minimumSpendMinor: 0,
    startsAt: null,
    endsAt: null,
    usageLimit: null,
    usageLimitPerPerson: null,
    timesUsed: 0,
    isCombinable: true,
    isActive: true,
    ...terms,
    ...benefit,
  } as Promotion;
}

const percentage = (basisPoints: number): PromotionBenefit => ({ kind: 'percentage', basisPoints });
const amount = (amountMinor: number): PromotionBenefit => ({ kind: 'amount', amountMinor });
const freeShipping: PromotionBenefit = { kind: 'free-shipping' };

const standard: ShippingMethod = {
  shippingMethodId: 'standard',
  name: 'Standard',
  description: '',
  priceMinor: 490,
  currency: 'EUR',
  freeFromMinor: 5_000,
  countries: [],
  minDays: 2,
  maxDays: 4,
};
const vat: TaxRate = {
  country: 'DE',
  name: 'VAT',
  basisPoints: 1_900,
  isInclusive: true,
  taxesShipping: true,
};
const salesTax: TaxRate = { ...vat, country: 'US', name: 'Sales tax', basisPoints: 825, isInclusive: false };

const basket = (...prices: number[]) => ({
  lines: prices.map((unitPriceMinor, index) => ({ productId: index + 1, unitPriceMinor, quantity: 1 })),
  currency: 'EUR',
  now,
});

test('deducts percentages first, then amounts, each from what is left', () => {
  const { applied, discountMinor, totalMinor } = quote({
    ...basket(10_000),
    promotions: [
      promotion('FIVE', amount(500)),
      promotion('TENTH', percentage(1_000)),
      promotion('FIFTH', percentage(2_000)),
    ],
  });
  expect(applied.map(({ code, amountMinor }) => [code, amountMinor])).toEqual([
    ['FIFTH', 2_000],
    ['TENTH', 800],
    ['FIVE', 500],
  ]);
  expect([discountMinor, totalMinor]).toEqual([3_300, 6_700]);
});

test('an amount deducts at most what is left', () => {
  const { applied, totalMinor } = quote({
    ...basket(300, 200),
    promotions: [promotion('BIG', amount(9_999))],
  });
  expect([applied[0].amountMinor, totalMinor]).toEqual([500, 0]);
});

test('a code that cannot be combined is refused if other codes save more', () => {
  const codes = [
    promotion('ALONE1', percentage(1_500), { isCombinable: false }),
    promotion('ALONE2', percentage(500), { isCombinable: false }),
    promotion('A', percentage(1_000)),
    promotion('B', percentage(1_000)),
  ];
  const { applied, refused } = quote({ ...basket(10_000), promotions: codes });
  expect(applied.map(({ code }) => code)).toEqual(['A', 'B']);
  expect(refused).toEqual([
    { code: 'ALONE1', reason: 'not-combinable' },
    { code: 'ALONE2', reason: 'not-combinable' },
  ]);
  expect(quote({ ...basket(10_000), promotions: codes.slice(0, 3) }).applied[0].code).toBe('ALONE1');
});

test.each<[string, Partial<Promotion>, object]>([
  ['is switched off', { isActive: false }, { reason: 'not-active' }],
  ['has not started', { startsAt: new Date('2026-05-01T12:00:01Z') }, { reason: 'not-started' }],
  ['has ended', { endsAt: now }, { reason: 'expired' }],
  ['is used up', { usageLimit: 3, timesUsed: 3 }, { reason: 'used-up' }],
  ['the person has used', { usageLimitPerPerson: 1 }, { reason: 'used-up-by-you' }],
  ['is of another currency', { currency: 'USD' }, { reason: 'other-currency' }],
  [
    'asks for more',
    { minimumSpendMinor: 1_200, currency: 'EUR' },
    { reason: 'minimum-spend', minimumMinor: 1_200, missingMinor: 200 },
  ],
])('refuses a code that %s', (_, terms, refusal) => {
  const code = promotion('CODE', percentage(1_000), terms);
  const personUses = new Map([[code.promotionId, 1]]);
  const { applied, refused, totalMinor } = quote({ ...basket(1_000), promotions: [code], personUses });
  expect(applied).toEqual([]);
  expect(refused).toEqual([{ code: 'CODE', ...refusal }]);
  expect(totalMinor).toBe(1_000);
});

test('shipping is free from an amount after discounts, or with a code', () => {
  const shippingMethod = standard;
  expect(quote({ ...basket(5_000), shippingMethod }).shippingMinor).toBe(0);
  const cheaper = quote({ ...basket(5_000), shippingMethod, promotions: [promotion('ONE', amount(1))] });
  expect(cheaper.shippingMinor).toBe(490);
  const freed = quote({ ...basket(1_000), shippingMethod, promotions: [promotion('SHIP', freeShipping)] });
  expect(freed).toMatchObject({ shippingMinor: 0, discountMinor: 0, totalMinor: 1_000 });
  expect(freed.applied[0].amountMinor).toBe(490);
});

test('computes the tax in prices that include it, and adds it to others', () => {
  const shippingMethod = { ...standard, freeFromMinor: null };
  const inclusive = quote({ ...basket(11_410), shippingMethod, taxRate: vat });
  expect(inclusive).toMatchObject({ taxMinor: 1_900, totalMinor: 11_900, isTaxInclusive: true });
  const exclusive = quote({ ...basket(9_510), shippingMethod, taxRate: salesTax });
  expect(exclusive).toMatchObject({ taxMinor: 825, totalMinor: 10_825, shippingTaxMinor: 40 });
  const goodsOnly = quote({
    ...basket(10_000),
    shippingMethod,
    taxRate: { ...salesTax, taxesShipping: false },
  });
  expect(goodsOnly).toMatchObject({ taxMinor: 825, totalMinor: 11_315, shippingTaxMinor: 0 });
});

test('rejects invalid prices and a shipping method in another currency', () => {
  expect(() => quote(basket(-1))).toThrow('cannot be priced');
  expect(() => quote(basket(0.5))).toThrow('cannot be priced');
  expect(() => quote({ ...basket(1), shippingMethod: { ...standard, currency: 'USD' } })).toThrow(
    'priced in USD',
  );
});

const anyLines = fc
  .array(
    fc.record({
      unitPriceMinor: fc.oneof(fc.nat(20_000), fc.nat(2_147_483_647)),
      quantity: fc.integer({ min: 1, max: 99 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((lines) => lines.map((line, index) => ({ ...line, productId: index + 1 })));
const anyBenefit: fc.Arbitrary<PromotionBenefit> = fc.oneof(
  fc.integer({ min: 1, max: 10_000 }).map(percentage),
  fc.integer({ min: 1, max: 50_000 }).map(amount),
  fc.constant(freeShipping),
);
const anyPromotions = fc
  .array(
    fc.record({
      benefit: anyBenefit,
      isCombinable: fc.boolean(),
      minimumSpendMinor: fc.oneof(fc.constant(0), fc.nat(30_000)),
    }),
    { maxLength: 5 },
  )
  .map((codes) => codes.map(({ benefit, ...terms }, index) => promotion(`CODE${index}`, benefit, terms)));
const anyShipping = fc.option(
  fc
    .record({ priceMinor: fc.nat(2_000), freeFromMinor: fc.option(fc.nat(100_000)) })
    .map((terms) => ({ ...standard, ...terms })),
  { nil: undefined },
);
const anyTax = fc.option(
  fc
    .record({
      basisPoints: fc.integer({ min: 0, max: 10_000 }),
      isInclusive: fc.boolean(),
      taxesShipping: fc.boolean(),
    })
    .map((terms) => ({ ...vat, ...terms })),
  { nil: undefined },
);
const anyRequest = fc.record({
  lines: anyLines,
  promotions: anyPromotions,
  shippingMethod: anyShipping,
  taxRate: anyTax,
  currency: fc.constant('EUR'),
  now: fc.constant(now),
});
const runs = { numRuns: 3_000 };
const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);
const addedShippingTax = (result: Quote) => (result.isTaxInclusive ? 0 : result.shippingTaxMinor);

test('lines and shipping add up to the total, and no amount is negative or a fraction', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const result = quote(request);
      const { lines } = result;
      expect(
        sum(lines.map((line) => line.totalMinor)) + result.shippingMinor + addedShippingTax(result),
      ).toBe(result.totalMinor);
      expect(sum(lines.map((line) => line.subtotalMinor))).toBe(result.subtotalMinor);
      expect(sum(lines.map((line) => line.discountMinor))).toBe(result.discountMinor);
      expect(sum(lines.map((line) => line.taxMinor)) + result.shippingTaxMinor).toBe(result.taxMinor);
      expect(result.applied.length + result.refused.length).toBe(request.promotions.length);
      const amounts = [result, ...lines, ...result.applied].flatMap((part) =>
        Object.values(part).filter((value) => typeof value === 'number'),
      );
      expect(amounts.every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true);
      for (const line of lines) expect(line.discountMinor).toBeLessThanOrEqual(line.subtotalMinor);
    }),
    runs,
  );
});

test('all codes together deduct their reported amounts, and never more than goods and shipping', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const result = quote(request);
      const shippingSaved = sum(
        result.applied
          .filter(({ code }) => request.promotions.find((one) => one.code === code)?.kind === 'free-shipping')
          .map(({ amountMinor }) => amountMinor),
      );
      expect(sum(result.applied.map(({ amountMinor }) => amountMinor))).toBe(
        result.discountMinor + shippingSaved,
      );
      expect(result.discountMinor).toBeLessThanOrEqual(result.subtotalMinor);
      expect(shippingSaved).toBeLessThanOrEqual(request.shippingMethod?.priceMinor ?? 0);
    }),
    runs,
  );
});

test('the typed order of codes does not matter', () => {
  fc.assert(
    fc.property(anyRequest, fc.nat(), (request, seed) => {
      const promotions = request.promotions.toSorted(
        (a, b) => ((a.promotionId * 7919 + seed) % 31) - ((b.promotionId * 7919 + seed) % 31),
      );
      const { refused, ...result } = quote({ ...request, promotions });
      const { refused: before, ...expected } = quote(request);
      expect(result).toEqual(expected);
      expect(new Set(refused)).toEqual(new Set(before));
    }),
    runs,
  );
});

test('a larger quantity never costs less, if no rule depends on the amount spent', () => {
  fc.assert(
    fc.property(anyRequest, fc.nat(), (request, pick) => {
      const shippingMethod = request.shippingMethod && { ...request.shippingMethod, freeFromMinor: null };
      const promotions = request.promotions.map((one) => ({ ...one, minimumSpendMinor: 0 }));
      const more = request.lines.map((line, index) =>
        index === pick % request.lines.length ? { ...line, quantity: line.quantity + 1 } : line,
      );
      const few = quote({ ...request, shippingMethod, promotions });
      expect(
        quote({ ...request, shippingMethod, promotions, lines: more }).totalMinor,
      ).toBeGreaterThanOrEqual(few.totalMinor);
    }),
    runs,
  );
});

test('a tax that prices include never changes the total', () => {
  fc.assert(
    fc.property(anyRequest, fc.integer({ min: 0, max: 10_000 }), (request, basisPoints) => {
      const taxRate = { ...vat, basisPoints };
      const result = quote({ ...request, taxRate });
      expect(result.totalMinor).toBe(quote({ ...request, taxRate: undefined }).totalMinor);
      expect(result.taxMinor).toBeLessThanOrEqual(result.totalMinor);
    }),
    runs,
  );
});
