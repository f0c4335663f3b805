import { type SQL, sql } from 'drizzle-orm';
import type { Order, OrderLine, PostalAddress } from './order.ts';

export interface OrderRow extends Record<string, unknown> {
  order_id: string;
  order_number: string;
  user_id: string | null;
  email: string | null;
  shipping_address: PostalAddress | null;
  shipping_method_name: string | null;
  promo_codes: string[];
  currency: string;
  subtotal_minor: number;
  discount_minor: number;
  shipping_minor: number;
  shipping_tax_minor: number;
  tax_minor: number;
  tax_name: string | null;
  is_tax_inclusive: boolean;
  total_minor: number;
  status: Order['status'];
  payment_status: Order['paymentStatus'];
  fulfilment_status: Order['fulfilmentStatus'];
  carrier: string | null;
  tracking_number: string | null;
  cancelled_because: string | null;
  expires_at: string | null;
  created_at: string;
  updated_at: string;
  lines: Record<keyof OrderLine, never>[];
}

const utc = (column: SQL): SQL => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Columns of `OrderRow`; the query names `orders` as o. Amounts pass as doubles: exact far beyond any order. */
export const orderColumns: SQL = sql`
  o.order_id, o.order_number, o.user_id, o.email, o.shipping_address, o.shipping_method_name, o.promo_codes, o.currency,
  o.subtotal_minor::float8, o.discount_minor::float8, o.shipping_minor::float8, o.shipping_tax_minor::float8,
  o.tax_minor::float8, o.tax_name, o.is_tax_inclusive, o.total_price_minor::float8 as total_minor,
  o.status, o.payment_status, o.fulfilment_status, o.carrier, o.tracking_number, o.cancelled_because,
  ${utc(sql`o.expires_at`)} as expires_at, ${utc(sql`o.created_at`)} as created_at, ${utc(sql`o.updated_at`)} as updated_at,
  (select coalesce(json_agg(json_build_object('productId', l.product_id, 'title', l.title,
      'unitPriceMinor', l.unit_price_minor, 'quantity', l.quantity, 'discountMinor', l.discount_minor,
      'taxMinor', l.tax_minor, 'totalMinor', l.total_minor, 'refundedQuantity', l.refunded_quantity)
      order by l.product_id), '[]')
    from order_lines l where l.order_id = o.order_id) as lines`;

export function orderOf(row: OrderRow): Order {
  return {
    orderId: row.order_id,
    orderNumber: row.order_number,
    userId: row.user_id,
    email: row.email,
    shippingAddress: row.shipping_address,
    shippingMethodName: row.shipping_method_name,
    promoCodes: row.promo_codes,
    currency: row.currency,
    subtotalMinor: row.subtotal_minor,
    discountMinor: row.discount_minor,
    shippingMinor: row.shipping_minor,
    shippingTaxMinor: row.shipping_tax_minor,
    taxMinor: row.tax_minor,
    taxName: row.tax_name,
    isTaxInclusive: row.is_tax_inclusive,
    totalMinor: row.total_minor,
    status: row.status,
    paymentStatus: row.payment_status,
    fulfilmentStatus: row.fulfilment_status,
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    cancelledBecause: row.cancelled_because,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lines: row.lines as unknown as OrderLine[],
  };
}
