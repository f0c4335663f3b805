import type { Availability } from '@kindred/contracts';

/** A product with at most this many units left counts as scarce. */
const lowStock = 5;

export function availabilityOf({
  priceMinor,
  available,
}: {
  priceMinor: number | null;
  /** On hand minus reserved. */
  available: number;
}): Availability {
  if (priceMinor === null) return 'not-for-sale';
  if (available <= 0) return 'out-of-stock';
  return available <= lowStock ? 'low-stock' : 'in-stock';
}
