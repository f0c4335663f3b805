import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';
import { pictureAddress } from '../../catalogue/media/index.ts';
import type { RefundedUnits } from '../payments/index.ts';
import type { Order, OrderedLine, OrderLine, OrderRefund, StockedLine } from './order.ts';
import { noUnits } from './order-units.ts';
import { isOpenReturn } from './return-states.ts';

type LineRow = OrderedLine & Pick<OrderLine, 'imageUrl' | 'isListed'>;

/** An order as it is read. The units of parcels and refunds in its lines are counted from the other columns. */
export type OrderRow = Omit<Order, 'lines'> & { readonly lines: readonly LineRow[] };

/** The source of each field; the query names `orders` as o. Amounts are read as doubles, which are exact far beyond any order. */
const columns = {
  orderId: sql`o.order_id`,
  orderNumber: sql`o.order_number`,
  userId: sql`o.user_id`,
  email: sql`o.email`,
  shippingAddress: sql`o.shipping_address`,
  shippingMethodName: sql`o.shipping_method_name`,
  deliveryDays: sql`case when o.delivery_min_days is not null
    then json_build_object('minDays', o.delivery_min_days, 'maxDays', o.delivery_max_days) end`,
  promoCodes: sql`o.promo_codes`,
  currency: sql`o.currency`,
  subtotalMinor: sql`o.subtotal_minor::float8`,
  discountMinor: sql`o.discount_minor::float8`,
  shippingMinor: sql`o.shipping_minor::float8`,
  shippingTaxMinor: sql`o.shipping_tax_minor::float8`,
  taxMinor: sql`o.tax_minor::float8`,
  taxName: sql`o.tax_name`,
  isTaxInclusive: sql`o.is_tax_inclusive`,
  totalMinor: sql`o.total_price_minor::float8`,
  status: sql`o.status`,
  paymentStatus: sql`o.payment_status`,
  fulfilmentStatus: sql`o.fulfilment_status`,
  cancelledBecause: sql`o.cancelled_because`,
  expiresAt: utcTime(sql`o.expires_at`),
  soldAt: utcTime(sql`o.sold_at`),
  createdAt: utcTime(sql`o.created_at`),
  updatedAt: utcTime(sql`o.updated_at`),
  lines: sql`(select coalesce(json_agg(json_build_object('productId', l.product_id, 'title', l.title,
      'unitPriceMinor', l.unit_price_minor, 'quantity', l.quantity, 'discountMinor', l.discount_minor,
      'taxMinor', l.tax_minor, 'totalMinor', l.total_minor, 'isListed', p.is_listed, 'imageUrl',
      (select ${pictureAddress(480)} from product_images where product_id = p.product_id order by position limit 1))
      order by l.product_id), '[]')
    from order_lines l join products p using (product_id) where l.order_id = o.order_id)`,
  shipments: sql`(select coalesce(json_agg(json_build_object('shipmentId', s.shipment_id, 'carrier', s.carrier,
      'trackingNumber', s.tracking_number, 'shippedAt', ${utcTime(sql`s.shipped_at`)}, 'deliveredAt', ${utcTime(sql`s.delivered_at`)},
      'lines', (select json_agg(json_build_object('productId', l.product_id, 'quantity', l.quantity) order by l.product_id)
        from shipment_lines l where l.shipment_id = s.shipment_id)) order by s.shipped_at, s.shipment_id), '[]')
    from shipments s where s.order_id = o.order_id)`,
  refunds: sql`(select coalesce(json_agg(json_build_object('refundId', r.refund_id, 'amountMinor', r.amount_minor, 'status', r.status,
      'reference', r.reference, 'isRestocked', r.restocked_at is not null, 'requestedAt', ${utcTime(sql`r.created_at`)},
      'updatedAt', ${utcTime(sql`r.updated_at`)},
      'lines', (select coalesce(json_agg(json_build_object('productId', l.product_id, 'withheld', l.withheld,
          'returned', l.returned, 'kept', l.kept) order by l.product_id), '[]')
        from refund_lines l where l.refund_id = r.refund_id)) order by r.created_at, r.refund_id), '[]')
    from refunds r where r.order_id = o.order_id)`,
  returns: sql`(select coalesce(json_agg(json_build_object('returnId', t.return_id, 'status', t.status, 'reason', t.reason, 'note', t.note,
      'answer', t.answer, 'refundId', t.refund_id, 'requestedAt', ${utcTime(sql`t.requested_at`)},
      'updatedAt', ${utcTime(sql`t.updated_at`)},
      'lines', (select json_agg(json_build_object('productId', l.product_id, 'quantity', l.quantity) order by l.product_id)
        from return_lines l where l.return_id = t.return_id)) order by t.requested_at, t.return_id), '[]')
    from returns t where t.order_id = o.order_id)`,
  paymentActionUrl: sql`(select next_action ->> 'redirectUrl' from payments where order_id = o.order_id)`,
  invoice: sql`(select json_build_object('year', year, 'number', number, 'issuedAt', ${utcTime(sql`issued_at`)})
    from invoices where order_id = o.order_id)`,
  history: sql`(select coalesce(json_agg(json_build_object('eventId', e.event_id::text, 'kind', e.kind,
      'happenedAt', ${utcTime(sql`e.happened_at`)}, 'status', e.status, 'paymentStatus', e.payment_status,
      'fulfilmentStatus', e.fulfilment_status, 'data', e.data) order by e.event_id), '[]')
    from order_events e where e.order_id = o.order_id)`,
} satisfies Record<keyof OrderRow, Statement>;

/** Columns of `OrderRow`. */
export const orderColumns: Statement = sql.join(
  Object.entries(columns).map(([field, column]) => sql`${column} as ${sql.identifier(field)}`),
  sql`, `,
);

/** Units that were returned but whose refund failed, unless a later refund includes them. */
function owedUnits(productId: number, { refunds, returns }: Pick<Order, 'refunds' | 'returns'>): number {
  const isOfReturn = ({ refundId }: OrderRefund) => returns.some((one) => one.refundId === refundId);
  const isOwed = (refund: OrderRefund) =>
    isOfReturn(refund) && refund.status === 'failed' && !refund.isRestocked;
  const units = (some: readonly OrderRefund[]) =>
    some
      .flatMap(({ lines }) => lines)
      .filter((one) => one.productId === productId)
      .reduce((sum, { returned, kept }) => sum + returned + kept, 0);
  const [owed, ...later] = refunds.slice(refunds.findIndex(isOwed));
  if (!owed || !isOwed(owed)) return 0;
  const made = later.filter((refund) => !isOfReturn(refund) && refund.status !== 'failed');
  return Math.max(0, units([owed, ...later.filter(isOwed)]) - units(made));
}

/** Adds the units that parcels and refunds hold. A failed refund holds none, unless its goods are back in stock. */
function withUnits(
  line: LineRow,
  { shipments, refunds, returns }: Pick<Order, 'refunds' | 'returns' | 'shipments'>,
): OrderLine {
  const unitsIn = (parts: readonly { readonly lines: readonly StockedLine[] }[]) =>
    parts
      .flatMap(({ lines }) => lines)
      .filter(({ productId }) => productId === line.productId)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  const heldBy = (held: readonly OrderRefund[]) =>
    held
      .flatMap(({ lines }) => lines)
      .filter(({ productId }) => productId === line.productId)
      .reduce<RefundedUnits>(
        (sum, { withheld, returned, kept }) => ({
          withheld: sum.withheld + withheld,
          returned: sum.returned + returned,
          kept: sum.kept + kept,
        }),
        noUnits,
      );
  return {
    ...line,
    shipped: unitsIn(shipments),
    delivered: unitsIn(shipments.filter(({ deliveredAt }) => deliveredAt !== null)),
    refunding: heldBy(refunds.filter(({ status }) => status === 'requested')),
    refunded: heldBy(
      refunds.filter(
        ({ status, isRestocked }) => status === 'succeeded' || (status === 'failed' && isRestocked),
      ),
    ),
    returning: unitsIn(returns.filter(isOpenReturn)) + owedUnits(line.productId, { refunds, returns }),
  };
}

export const orderOf = (row: OrderRow): Order => ({
  ...row,
  lines: row.lines.map((line) => withUnits(line, row)),
});
