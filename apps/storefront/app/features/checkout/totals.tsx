import type { PriceBreakdown } from '@kindred/contracts';
import { classNames } from '@kindred/ui';
import { moneyText } from '../../shared/money-text.ts';

/** The totals as the server calculates them. They are grey until it has answered. */
export function Totals({
  breakdown,
  isBusy,
  name: nameOfTotal,
}: {
  breakdown: PriceBreakdown;
  isBusy: boolean;
  /** The label of the last line. */
  name: string;
}) {
  const { subtotal, discount, shipping, tax, tax_name, is_tax_inclusive, total_price } = breakdown;
  const rows: [name: string, text: string][] = [
    ['Subtotal', moneyText(subtotal)],
    ...(discount.amount_minor > 0 ? [['Discount', `−${moneyText(discount)}`] as [string, string]] : []),
    [
      'Delivery',
      shipping === null ? 'Not chosen yet' : shipping.amount_minor === 0 ? 'Free' : moneyText(shipping),
    ],
    ...(tax !== null && !is_tax_inclusive ? [[tax_name ?? 'Tax', moneyText(tax)] as [string, string]] : []),
  ];
  return (
    <dl
      aria-busy={isBusy}
      className={classNames(
        'mt-4 space-y-1.5 border-line border-t pt-4 text-sm tabular-nums transition-colors',
        isBusy && 'text-ink-muted',
      )}
    >
      {rows.map(([name, text]) => (
        <div key={name} className="flex justify-between gap-4">
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <div className="flex justify-between gap-4 border-line border-t pt-3 font-semibold text-base">
        <dt>{nameOfTotal}</dt>
        <dd>{moneyText(total_price)}</dd>
      </div>
      {tax !== null && is_tax_inclusive && (
        <div className="flex justify-between gap-4 text-ink-muted">
          <dt>{`Includes ${tax_name ?? 'tax'}`}</dt>
          <dd>{moneyText(tax)}</dd>
        </div>
      )}
    </dl>
  );
}
