import type { PaymentStatus, RefundedLine, RefundedUnits, RefundStatus } from '../payments/index.ts';
import type { FulfilmentStatus } from './fulfilment.ts';
import type { OrderStatus } from './order-states.ts';
import type { ReturnStatus } from './return-states.ts';

export interface PostalAddress {
  readonly full_name: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postal_code: string;
  readonly country: string;
  readonly phone: string;
}

/** A line as it was ordered. */
export interface OrderedLine {
  readonly productId: number;
  readonly title: string;
  readonly unitPriceMinor: number;
  readonly quantity: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
}

export interface OrderLine extends OrderedLine {
  readonly imageUrl: string | null;
  /** Whether the product still has a page. */
  readonly isListed: boolean;
  /** Units in parcels, on their way or delivered. */
  readonly shipped: number;
  readonly delivered: number;
  /** Units whose refund is under way. */
  readonly refunding: RefundedUnits;
  /** Units that refunds have permanently removed from the order. */
  readonly refunded: RefundedUnits;
  /** Units in returns that are open, or whose refund has failed. */
  readonly returning: number;
}

export interface StockedLine {
  readonly productId: number;
  readonly quantity: number;
}

export interface Shipment {
  readonly shipmentId: string;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly shippedAt: string;
  readonly deliveredAt: string | null;
  readonly lines: readonly StockedLine[];
}

export interface OrderRefund {
  readonly refundId: string;
  readonly amountMinor: number;
  readonly status: RefundStatus;
  readonly reference: string | null;
  readonly isRestocked: boolean;
  readonly requestedAt: string;
  readonly updatedAt: string;
  readonly lines: readonly RefundedLine[];
}

export type ReturnReason =
  | 'damaged'
  | 'wrong-item'
  | 'not-as-described'
  | 'does-not-fit'
  | 'arrived-late'
  | 'changed-mind'
  | 'other';

export interface OrderReturn {
  readonly returnId: string;
  readonly status: ReturnStatus;
  readonly reason: ReturnReason;
  readonly note: string;
  readonly answer: string;
  readonly refundId: string | null;
  readonly requestedAt: string;
  readonly updatedAt: string;
  readonly lines: readonly StockedLine[];
}

export interface Invoice {
  readonly year: number;
  /** The number within its year. */
  readonly number: number;
  readonly issuedAt: string;
}

/** An event in an order's history. */
export interface OrderEvent {
  /** A growing 64-bit integer as text. */
  readonly eventId: string;
  readonly kind: OrderEventKind;
  readonly happenedAt: string;
  /** The states of the order after the event. Null for old events, which did not store them. */
  readonly status: OrderStatus | null;
  readonly paymentStatus: PaymentStatus | null;
  readonly fulfilmentStatus: FulfilmentStatus | null;
  /** Depends on the kind. It includes data that only the shop may see. */
  readonly data: {
    readonly shipment_id?: string;
    readonly refund_id?: string;
    readonly return_id?: string;
    readonly amount_minor?: number;
    readonly reason?: string;
  };
}

export interface Order {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly userId: string | null;
  readonly email: string | null;
  readonly shippingAddress: PostalAddress | null;
  readonly shippingMethodName: string | null;
  /** Business days after the order was placed. Null if no date was promised. */
  readonly deliveryDays: { readonly minDays: number; readonly maxDays: number } | null;
  readonly promoCodes: readonly string[];
  readonly currency: string;
  readonly subtotalMinor: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly shippingTaxMinor: number;
  readonly taxMinor: number;
  readonly taxName: string | null;
  readonly isTaxInclusive: boolean;
  readonly totalMinor: number;
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus;
  readonly fulfilmentStatus: FulfilmentStatus;
  readonly cancelledBecause: CancelReason | null;
  readonly expiresAt: string | null;
  /** When the goods left the stock. */
  readonly soldAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lines: readonly OrderLine[];
  /** The address of the bank's second step, or null if none is needed. */
  readonly paymentActionUrl: string | null;
  /** Null if the order was never paid. */
  readonly invoice: Invoice | null;
  /** The oldest first, as for refunds, returns and history. */
  readonly shipments: readonly Shipment[];
  readonly refunds: readonly OrderRefund[];
  readonly returns: readonly OrderReturn[];
  readonly history: readonly OrderEvent[];
}

/** Why an order was cancelled. The API shows it. */
export type CancelReason =
  | 'payment-failed'
  | 'payment-unavailable'
  | 'not-paid-in-time'
  | 'by-shopper'
  | 'by-shop'
  /** Everything was refunded before anything was delivered. */
  | 'refunded';

export type Actor = 'shopper' | 'admin' | 'payment' | 'job';

/** The kinds of events in an order's history. */
export type OrderEventKind =
  | 'placed'
  | 'payment-action-required'
  | 'paid'
  | 'payment-failed'
  | 'cancelled'
  | 'shipped'
  | 'delivered'
  | 'completed'
  | 'refund-requested'
  | 'refunded'
  | 'refund-failed'
  | 'returned'
  | 'return-requested'
  | 'return-approved'
  | 'return-refused'
  | 'return-withdrawn'
  | 'return-received'
  | 'return-settled';

export function isPaid({ paymentStatus }: Pick<Order, 'paymentStatus'>): boolean {
  return paymentStatus === 'paid' || paymentStatus === 'partly-refunded';
}

/** Returns the amount that was refunded. */
export function givenBack({ refunds }: Pick<Order, 'refunds'>): number {
  return refunds
    .filter(({ status }) => status === 'succeeded')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
