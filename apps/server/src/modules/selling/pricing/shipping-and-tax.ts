export interface ShippingMethod {
  readonly shippingMethodId: string;
  readonly name: string;
  readonly description: string;
  readonly priceMinor: number;
  readonly currency: string;
  /** Free when the goods, after discounts, come to this; null: never. */
  readonly freeFromMinor: number | null;
  /** ISO 3166 codes; empty: everywhere. */
  readonly countries: readonly string[];
  readonly minDays: number;
  readonly maxDays: number;
}

export interface TaxRate {
  readonly country: string;
  readonly name: string;
  readonly basisPoints: number;
  /** Whether prices already hold the tax. */
  readonly isInclusive: boolean;
  readonly taxesShipping: boolean;
}

/** `amount * numerator / denominator`, half up, exact for any safe integer. */
export function proportionOf(amountMinor: number, numerator: number, denominator: number): number {
  const [exact, whole] = [BigInt(amountMinor) * BigInt(numerator), BigInt(denominator)];
  return Number((2n * exact + whole) / (2n * whole));
}

/** The tax on an amount, or in it when prices hold it already. */
export function taxOf(amountMinor: number, rate: Pick<TaxRate, 'basisPoints' | 'isInclusive'>): number {
  return proportionOf(amountMinor, rate.basisPoints, 10_000 + (rate.isInclusive ? rate.basisPoints : 0));
}
