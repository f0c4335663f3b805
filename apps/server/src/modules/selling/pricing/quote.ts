/**
 * @file What a basket costs. Codes are taken off the goods (percentages, then amounts, each from what is left), shipping is added,
 * then tax is computed once for the whole order, half up, and allocated over lines and shipping by largest remainder. So the
 * lines and the shipping add up to the total to the last unit, and a refund of any of them is exact.
 */
import { allocate } from '@kindred/shop-types';
import { discountLines, inOrderOfEffect } from './discounts.ts';
import { type Promotion, type Refusal, refusalOf } from './promotion.ts';
import { type ShippingMethod, type TaxRate, taxOf } from './shipping-and-tax.ts';

export interface QuoteRequest {
  readonly lines: readonly QuotedGoods[];
  readonly currency: string;
  readonly promotions?: readonly Promotion[];
  /** Has to be of the same currency. */
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
  /** Off the goods. What a code takes off the shipping is in `applied` only. */
  readonly discountMinor: number;
  /** Null: none chosen. */
  readonly shippingMethodId: string | null;
  /** After free shipping, before exclusive tax. */
  readonly shippingMinor: number;
  readonly shippingTaxMinor: number;
  /** All of it, the shipping's too. */
  readonly taxMinor: number;
  readonly isTaxInclusive: boolean;
  /** Null: no rate was given. */
  readonly taxName: string | null;
  readonly totalMinor: number;
  /** An amount of 0: the code is good, and there was nothing left for it to take off. */
  readonly applied: readonly AppliedCode[];
  readonly refused: readonly Refusal[];
}

export interface AppliedCode {
  readonly promotionId: number;
  readonly code: string;
  readonly amountMinor: number;
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/** Without a doubt about which codes count: all of `promotions`. */
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

/** What may be used together: everything combinable, or one code alone. */
function combinationsOf(promotions: readonly Promotion[]): Promotion[][] {
  const combinable = promotions.filter(({ isCombinable }) => isCombinable);
  const alone = inOrderOfEffect(promotions.filter(({ isCombinable }) => !isCombinable));
  return [...(combinable.length > 0 ? [combinable] : []), ...alone.map((promotion) => [promotion])];
}

/**
 * Pure: what the basket costs, and what became of each code.
 * @throws RangeError when the goods are not integers of a sensible size, or the shipping method is of another currency.
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
