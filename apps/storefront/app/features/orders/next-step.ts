/** @file What happens next with an order, in a sentence for the shopper. The API describes the present state (`status_text`). */
import type { Order } from '@kindred/contracts';
import { arrivalText, dayText } from '@kindred/shop-types';

type Told = Pick<
  Order,
  'delivery_estimate' | 'fulfilment_status' | 'lines' | 'payment_status' | 'shipments' | 'status'
>;

/** Undefined if nothing is left to happen. */
export function nextStep(order: Told): string | undefined {
  const { delivery_estimate: estimate, fulfilment_status: fulfilment, payment_status: payment } = order;
  if (order.status === 'Cancelled') return undefined;
  if (payment === 'pending') return 'Your payment is being processed.';
  // `PaymentNotice` says what the bank asks for, with a link.
  if (payment === 'action-required') return undefined;
  if (!isAwaited(order) && fulfilment !== 'delivered' && fulfilment !== 'returned') return undefined;
  const arrival = estimate && `It should arrive ${arrivalText(estimate)}.`;
  if (fulfilment === 'unfulfilled' && payment !== 'refunded')
    return ['We will email you when it ships.', arrival].filter(Boolean).join(' ');
  if (/^(partly-shipped|shipped|partly-delivered)$/.test(fulfilment)) return arrival ?? undefined;
  const deadline = order.lines
    .flatMap(({ returnable }) => returnable.until ?? [])
    .toSorted()
    .at(0);
  return deadline && `You can return it until ${dayText(deadline)}.`;
}

/** Whether a parcel is on its way or items will be shipped. Items that are being refunded will not. */
function isAwaited({ lines, shipments }: Told): boolean {
  return (
    shipments.some(({ delivered_at }) => delivered_at === null) ||
    lines.some((line) => line.unshipped_quantity > line.refunding_quantity)
  );
}
