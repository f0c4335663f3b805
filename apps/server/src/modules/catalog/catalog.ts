import type { Availability } from '@kindred/contracts';

/** From this many left on, a product counts as scarce. */
const lowStock = 5;

export function availabilityOf({
  priceMinor,
  available,
}: {
  priceMinor: number | null;
  /** On hand less reserved. */
  available: number;
}): Availability {
  if (priceMinor === null) return 'not_for_sale';
  if (available <= 0) return 'out_of_stock';
  return available <= lowStock ? 'low_stock' : 'in_stock';
}
