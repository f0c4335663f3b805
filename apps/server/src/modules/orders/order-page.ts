/** @file The page of an order, for whoever follows a link in a mail; it needs no script, and follows the order with one. */
import { formatMoney } from '@kindred/shop-types';
import { Html, html } from '../../platform/http/plain-page.ts';
import { isPaid, type Order, type OrderEventKind, type Shipment } from './order.ts';
import { orderMachine } from './order-states.ts';
import { orderStatusText } from './order-status-text.ts';
import { shippableUnits } from './order-units.ts';

/** Events of no interest to the buyer have no words. */
const happenings: Readonly<Partial<Record<OrderEventKind, string>>> = {
  placed: 'Order placed',
  'payment-action-required': 'Waiting for your bank',
  paid: 'Paid',
  'payment-failed': 'Payment declined',
  cancelled: 'Cancelled',
  shipped: 'Handed to the carrier',
  delivered: 'Delivered',
  'refund-requested': 'Refund started',
  refunded: 'Refunded',
  'refund-failed': 'The refund did not arrive, we will be in touch',
  returned: 'Goods came back',
};

export const orderPageStyles = new Html(`
.status { padding: 1rem 1.25rem; border-radius: 12px; background: var(--surface); font-weight: 500; }
h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; font-weight: 600; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 400; padding: .625rem 1rem .625rem 0; overflow-wrap: anywhere; }
td { text-align: right; padding: .625rem 0; white-space: nowrap; vertical-align: top; }
tbody tr + tr > *, tfoot tr:first-child > *, tfoot tr:last-child > * { border-top: 1px solid var(--line); }
tfoot tr:last-child > * { font-weight: 600; }
ol { margin: 0; padding: 0; list-style: none; }
li { display: flex; justify-content: space-between; gap: 1rem; padding: .375rem 0; }
address { font-style: normal; }
`);

function parcel({ shippedAt, deliveredAt, carrier, trackingNumber, lines }: Shipment, order: Order): Html {
  const title = (productId: number) => order.lines.find((line) => line.productId === productId)!.title;
  return html`<li><span>${lines.map(
    ({ productId, quantity }) => html`${quantity} × ${title(productId)}<br>`,
  )}${carrier !== null && html`<span class="muted">${carrier}</span> `}${
    trackingNumber !== null && html`<span class="muted">Tracking number: ${trackingNumber}</span>`
  }</span><span class="muted">${deliveredAt === null ? html`Sent ${time(shippedAt)}` : html`Delivered ${time(deliveredAt)}`}</span></li>`;
}

function time(at: string): Html {
  const words = new Date(at).toLocaleString('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return html`<time datetime="${at}">${words} UTC</time>`;
}

function amounts(order: Order): Html {
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: order.currency });
  const row = (name: string, amount: string) => html`<tr><th scope="row">${name}</th><td>${amount}</td></tr>`;
  return html`<table>
<tbody>${order.lines.map(({ title, quantity, unitPriceMinor }) =>
    row(quantity === 1 ? title : `${quantity} × ${title}`, money(quantity * unitPriceMinor)),
  )}</tbody>
<tfoot>
${order.discountMinor > 0 && row(`Discount ${order.promoCodes.join(', ')}`, `−${money(order.discountMinor)}`)}
${row(`Shipping${order.shippingMethodName ? `: ${order.shippingMethodName}` : ''}`, order.shippingMinor === 0 ? 'Free' : money(order.shippingMinor))}
${order.taxName !== null && row(`${order.taxName}${order.isTaxInclusive ? ', included' : ''}`, money(order.taxMinor))}
${row('Total', money(order.totalMinor))}
</tfoot>
</table>`;
}

/** What the button says; undefined: there is nothing to cancel. */
function cancelLabel(order: Order): string | undefined {
  if (orderMachine.next(order.status, 'cancel') === undefined) return undefined;
  if (order.shipments.length === 0) return 'Cancel this order';
  const canBeLess = isPaid(order) && order.lines.some((line) => shippableUnits(line) > 0);
  return canBeLess ? 'Cancel what is not sent yet' : undefined;
}

export function orderPage({
  order,
  address,
  csrfToken,
  streamAddress,
  scriptNonce,
}: {
  order: Order;
  /** Of this page, access included. */
  address: { readonly cancel: string };
  csrfToken: string;
  streamAddress: string;
  scriptNonce: string;
}): Html {
  const { currency } = order;
  const told = order.history.flatMap(({ kind, happenedAt, data: { amount_minor: amountMinor } }) => {
    const words = happenings[kind];
    const amount = amountMinor === undefined ? '' : `: ${formatMoney({ amountMinor, currency })}`;
    return words
      ? [html`<li><span>${words}${amount}</span><span class="muted">${time(happenedAt)}</span></li>`]
      : [];
  });
  const cancel = cancelLabel(order);
  const { shippingAddress: to } = order;
  return html`<h1>Order ${order.orderNumber}</h1>
<p class="status" role="status">${orderStatusText(order)}</p>
${amounts(order)}
${
  to &&
  html`<h2>It goes to</h2>
<address>${[to.full_name, to.line1, to.line2, `${to.postal_code} ${to.city}`.trim(), to.region, to.country]
    .filter(Boolean)
    .map((line) => html`${line}<br>`)}</address>`
}
${
  order.shipments.length > 0 &&
  html`<h2>${order.shipments.length === 1 ? 'Parcel' : 'Parcels'}</h2>
<ol>${order.shipments.map((shipment) => parcel(shipment, order))}</ol>`
}
<h2>What happened</h2>
<ol>${told}</ol>
${
  cancel !== undefined &&
  html`<form method="post" action="${address.cancel}">
<input type="hidden" name="_csrf" value="${csrfToken}">
<button class="secondary">${cancel}</button>
</form>`
}
<script nonce="${scriptNonce}">
new EventSource(${new Html(JSON.stringify(streamAddress).replaceAll('<', '\\u003c'))}).addEventListener('order', (event) => {
  if (BigInt(event.lastEventId) > ${new Html(`${BigInt(order.history.at(-1)?.eventId ?? 0)}n`)}) location.reload();
});
</script>`;
}

export function findOrderPage({
  message,
  orderNumber = '',
  email = '',
}: {
  message?: string;
  orderNumber?: string;
  email?: string;
}): Html {
  return html`<h1>Find your order</h1>
${message === undefined ? html`<p>Both are in the mail that confirmed it.</p>` : html`<p class="danger" id="message" role="alert">${message}</p>`}
<form method="post" action="/orders/find">
<label for="order_number">Order number</label>
<input id="order_number" name="order_number" value="${orderNumber}" required maxlength="60" placeholder="K-…" autocomplete="off" aria-describedby="message">
<label for="email">E-mail address</label>
<input id="email" name="email" type="email" value="${email}" required maxlength="254" autocomplete="email">
<button>Find it</button>
</form>`;
}
