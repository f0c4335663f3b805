import type { Order } from '@kindred/contracts';
import { moneyText } from '../../shared/money-text.ts';

/** The totals as the API calculates them, and the refunds. */
export function OrderTotals({ order }: { order: Order }) {
  const rows = [
    ['Subtotal', moneyText(order.subtotal)],
    ...(order.discount.amount_minor > 0
      ? [[['Discount', ...order.promo_codes].join(' '), `−${moneyText(order.discount)}`]]
      : []),
    [
      order.shipping_method === null ? 'Delivery' : `Delivery, ${order.shipping_method}`,
      order.shipping.amount_minor === 0 ? 'Free' : moneyText(order.shipping),
    ],
    ...(order.tax_name !== null && !order.is_tax_inclusive ? [[order.tax_name, moneyText(order.tax)]] : []),
  ];
  const refunds = order.refunds.filter(({ amount }) => amount.amount_minor > 0);
  return (
    <dl className="space-y-2 text-sm tabular-nums print:space-y-0.5">
      {rows.map(([name, amount]) => (
        <Row key={name} name={name} amount={amount} />
      ))}
      <div className="flex justify-between gap-4 border-line border-t pt-3 font-semibold text-base">
        <dt>Total</dt>
        <dd>{moneyText(order.total_price)}</dd>
      </div>
      {order.tax_name !== null && order.is_tax_inclusive && (
        <Row name={`Includes ${order.tax_name}`} amount={moneyText(order.tax)} />
      )}
      {refunds.map(({ refund_id, amount, status }) => (
        <Row key={refund_id} name={refundWords[status]} amount={`−${moneyText(amount)}`} isStrong />
      ))}
    </dl>
  );
}

const refundWords: Readonly<Record<Order['refunds'][number]['status'], string>> = {
  requested: 'Refund on its way',
  succeeded: 'Refunded',
  failed: 'Refund failed',
};

function Row({ name, amount, isStrong = false }: { name: string; amount: string; isStrong?: boolean }) {
  return (
    <div className={`flex justify-between gap-4 ${isStrong ? 'font-medium' : 'text-ink-muted'}`}>
      <dt className="min-w-0 [overflow-wrap:anywhere]">{name}</dt>
      <dd className="shrink-0">{amount}</dd>
    </div>
  );
}
