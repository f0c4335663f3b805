import { addressLines, dayText, formatMoney } from '@kindred/shop-types';
import type { OrderMailData } from '../mail.ts';

export interface OrderTotals {
  readonly rows: readonly { readonly label: string; readonly amount: string }[];
  readonly total: string;
  /** The tax that the total includes. Undefined if the tax is one of the rows, or if there is none. */
  readonly includedTax: string | undefined;
}

/** Returns the sums below an order's lines, in the order in which they add up. */
export function orderTotals(order: OrderMailData): OrderTotals {
  const money = moneyOf(order);
  const taxName = order.tax_name ?? 'Tax';
  const rows = [{ label: 'Subtotal', amount: money(order.subtotal_minor) }];
  if (order.discount_minor > 0) rows.push({ label: 'Discount', amount: `−${money(order.discount_minor)}` });
  rows.push({
    label: order.shipping_method ? `Delivery, ${order.shipping_method}` : 'Delivery',
    amount: order.shipping_minor === 0 ? 'Free' : money(order.shipping_minor),
  });
  const hasTax = order.tax_minor > 0;
  if (hasTax && !order.is_tax_inclusive) rows.push({ label: taxName, amount: money(order.tax_minor) });
  return {
    rows,
    total: money(order.total_minor),
    includedTax:
      hasTax && order.is_tax_inclusive ? `${taxName} included: ${money(order.tax_minor)}` : undefined,
  };
}

export function moneyOf({ currency }: { currency: string }): (amountMinor: number) => string {
  return (amountMinor) => formatMoney({ amountMinor, currency });
}

export function placedOn({ placed_at }: OrderMailData): string {
  return dayText(placed_at);
}

/** Returns the lines of the address, as on a parcel. */
export function parcelAddress({ shipping_address: address }: OrderMailData): string[] {
  return address ? [address.full_name, ...addressLines(address)] : [];
}
