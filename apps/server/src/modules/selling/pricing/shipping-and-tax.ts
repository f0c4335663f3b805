export interface ShippingMethod {
  readonly shippingMethodId: string;
  readonly name: string;
  readonly description: string;
  readonly priceMinor: number;
  readonly currency: string;
  /** Shipping is free if the goods cost at least this after discounts. Null means never. */
  readonly freeFromMinor: number | null;
  /** ISO 3166 codes. Empty means everywhere. */
  readonly countries: readonly string[];
  readonly minDays: number;
  readonly maxDays: number;
}

export interface TaxRate {
  readonly country: string;
  readonly name: string;
  readonly basisPoints: number;
  /** Whether prices include the tax. */
  readonly isInclusive: boolean;
  readonly taxesShipping: boolean;
}

/** Returns `amount * numerator / denominator`, rounded half up, exact for any safe integer. */
export function proportionOf(amountMinor: number, numerator: number, denominator: number): number {
  const [exact, whole] = [BigInt(amountMinor) * BigInt(numerator), BigInt(denominator)];
  return Number((2n * exact + whole) / (2n * whole));
}

/** Returns the tax on an amount, or the tax in it if prices include it. */
export function taxOf(amountMinor: number, rate: Pick<TaxRate, 'basisPoints' | 'isInclusive'>): number {
  return proportionOf(amountMinor, rate.basisPoints, 10_000 + (rate.isInclusive ? rate.basisPoints : 0));
}
