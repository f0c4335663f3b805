/** @file What comes next, in a sentence for the buyer. How the order is says the API (`status_text`). */
import type { Order } from '@kindred/contracts';
import { arrivalText, dayText } from '@kindred/shop-types';

type Told = Pick<
  Order,
  'delivery_estimate' | 'fulfilment_status' | 'lines' | 'payment_status' | 'shipments' | 'status'
>;

/** Undefined: nothing is to come. */
export function nextStep(order: Told): string | undefined {
  const { delivery_estimate: estimate, fulfilment_status: fulfilment, payment_status: payment } = order;
  if (order.status === 'Cancelled') return undefined;
  if (payment === 'pending') return 'Your bank is at it.';
  // What the bank asks for is told apart, with the way there.
  if (payment === 'action-required') return undefined;
  if (!isAwaited(order) && fulfilment !== 'delivered' && fulfilment !== 'returned') return undefined;
  const arrival = estimate && `It should arrive ${arrivalText(estimate)}.`;
  if (fulfilment === 'unfulfilled' && payment !== 'refunded')
    return ['We write to you as soon as it is on its way.', arrival].filter(Boolean).join(' ');
  if (/^(partly-shipped|shipped|partly-delivered)$/.test(fulfilment)) return arrival ?? undefined;
  const deadline = order.lines
    .flatMap(({ returnable }) => returnable.until ?? [])
    .toSorted()
    .at(0);
  return deadline && `You can return it until ${dayText(deadline)}.`;
}

/** Parcels on their way, or goods that will be sent: what is being refunded will not. */
function isAwaited({ lines, shipments }: Told): boolean {
  return (
    shipments.some(({ delivered_at }) => delivered_at === null) ||
    lines.some((line) => line.unshipped_quantity > line.refunding_quantity)
  );
}
