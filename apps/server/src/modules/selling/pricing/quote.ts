/**
 * @file Computes the price of a basket. Codes are deducted from the goods (percentages, then amounts, each from what is left), and
 * shipping is added. Then tax is computed once for the whole order, rounded half up, and allocated to lines and shipping by largest
 * remainder. So lines and shipping add up exactly to the total, and a refund of any of them is exact.
 */
import { allocate } from '@kindred/shop-types';
import { discountLines, inOrderOfEffect } from './discounts.ts';
import { type Promotion, type Refusal, refusalOf } from './promotion.ts';
import { type ShippingMethod, type TaxRate, taxOf } from './shipping-and-tax.ts';

export interface QuoteRequest {
  readonly lines: readonly QuotedGoods[];
  readonly currency: string;
  readonly promotions?: readonly Promotion[];
  /** Must have the same currency. */
  readonly shippingMethod?: ShippingMethod | undefined;
  readonly taxRate?: TaxRate | undefined;
  /** How often the person has used a promotion, by its id. */
  readonly personUses?: ReadonlyMap<number, number>;
  readonly now: Date;
}

export interface QuotedGoods {
  readonly productId: number;
  readonly unitPriceMinor: number;
  readonly quantity: number;
}

export interface QuotedLine extends QuotedGoods {
  readonly subtotalMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
}

export interface Quote {
  readonly currency: string;
  readonly lines: readonly QuotedLine[];
  readonly subtotalMinor: number;
  /** The discount on the goods. A discount on the shipping is only in `applied`. */
  readonly discountMinor: number;
  /** Null if none is chosen. */
  readonly shippingMethodId: string | null;
  /** After free shipping, before exclusive tax. */
  readonly shippingMinor: number;
  readonly shippingTaxMinor: number;
  /** The whole tax, including the shipping's. */
  readonly taxMinor: number;
  readonly isTaxInclusive: boolean;
  /** Null if no tax rate was given. */
  readonly taxName: string | null;
  readonly totalMinor: number;
  /** An amount of 0 means that the code is valid, but nothing was left to deduct. */
  readonly applied: readonly AppliedCode[];
  readonly refused: readonly Refusal[];
}

export interface AppliedCode {
  readonly promotionId: number;
  readonly code: string;
  readonly amountMinor: number;
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/** Prices the basket with all of `promotions`, which apply. */
function price(request: QuoteRequest, promotions: readonly Promotion[]): Quote {
  const { currency, shippingMethod, taxRate } = request;
  const codes = inOrderOfEffect(promotions);
  const subtotals = request.lines.map((line) => line.unitPriceMinor * line.quantity);
  const discounts = discountLines(subtotals, codes);
  const nets = subtotals.map((subtotal, index) => subtotal - discounts.perLine[index]);
  const netMinor = sumOf(nets);

  const { priceMinor = 0, freeFromMinor = null } = shippingMethod ?? {};
  const askedForShipping = freeFromMinor !== null && netMinor >= freeFromMinor ? 0 : priceMinor;
  const freeing = codes.findIndex(({ kind }) => kind === 'free-shipping');
  const shippingMinor = freeing === -1 ? askedForShipping : 0;

  const taxed = [...nets, taxRate?.taxesShipping ? shippingMinor : 0];
  const taxMinor = taxRate ? taxOf(sumOf(taxed), taxRate) : 0;
  const taxes = allocate(taxMinor, taxed);
  const isTaxInclusive = taxRate?.isInclusive ?? true;
  const addedTax = (tax: number) => (isTaxInclusive ? 0 : tax);

  return {
    currency,
    lines: request.lines.map((line, index) => ({
      productId: line.productId,
      unitPriceMinor: line.unitPriceMinor,
      quantity: line.quantity,
      subtotalMinor: subtotals[index],
      discountMinor: discounts.perLine[index],
      taxMinor: taxes[index],
      totalMinor: nets[index] + addedTax(taxes[index]),
    })),
    subtotalMinor: sumOf(subtotals),
    discountMinor: sumOf(discounts.perLine),
    shippingMethodId: shippingMethod?.shippingMethodId ?? null,
    shippingMinor,
    shippingTaxMinor: taxes[nets.length],
    taxMinor,
    isTaxInclusive,
    taxName: taxRate?.name ?? null,
    totalMinor: netMinor + shippingMinor + addedTax(taxMinor),
    applied: codes.map(({ promotionId, code }, index) => ({
      promotionId,
      code,
      amountMinor: index === freeing ? askedForShipping : discounts.perCode[index],
    })),
    refused: [],
  };
}

/** Returns the sets of codes that may be used together: all that can be combined, or one that cannot. */
function combinationsOf(promotions: readonly Promotion[]): Promotion[][] {
  const combinable = promotions.filter(({ isCombinable }) => isCombinable);
  const alone = inOrderOfEffect(promotions.filter(({ isCombinable }) => !isCombinable));
  return [...(combinable.length > 0 ? [combinable] : []), ...alone.map((promotion) => [promotion])];
}

/**
 * Returns the price of the basket and the result of each code. Pure.
 * @throws RangeError if quantities or prices are not integers of a sensible size, or the shipping method has another currency
 */
export function quote(request: QuoteRequest): Quote {
  const { lines, currency, shippingMethod, personUses, now } = request;
  for (const { productId, unitPriceMinor, quantity } of lines) {
    const areIntegers = [unitPriceMinor, quantity, unitPriceMinor * quantity].every(Number.isSafeInteger);
    if (!areIntegers || unitPriceMinor < 0 || quantity < 1)
      throw new RangeError(`Product ${productId}: ${quantity} at ${unitPriceMinor} cannot be priced.`);
  }
  if (shippingMethod && shippingMethod.currency !== currency)
    throw new RangeError(
      `${shippingMethod.shippingMethodId} is priced in ${shippingMethod.currency}, the goods in ${currency}.`,
    );

  const promotions = [...new Map((request.promotions ?? []).map((one) => [one.promotionId, one])).values()];
  const subtotalMinor = sumOf(lines.map((line) => line.unitPriceMinor * line.quantity));
  const refused: Refusal[] = [];
  const eligible = promotions.filter((promotion) => {
    const timesUsedByPerson = personUses?.get(promotion.promotionId) ?? 0;
    const refusal = refusalOf(promotion, { subtotalMinor, currency, timesUsedByPerson, now });
    if (refusal) refused.push(refusal);
    return !refusal;
  });

  const best = combinationsOf(eligible)
    .map((combination) => price(request, combination))
    .reduce<Quote | undefined>(
      (best, next) => (best && best.totalMinor <= next.totalMinor ? best : next),
      undefined,
    );
  if (!best) return { ...price(request, []), refused };
  const used = new Set(best.applied.map(({ promotionId }) => promotionId));
  for (const { promotionId, code } of eligible)
    if (!used.has(promotionId)) refused.push({ code, reason: 'not-combinable' });
  return { ...best, refused };
}
