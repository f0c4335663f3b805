import type { PaymentStatus } from '../payments/index.ts';
import type { FulfilmentStatus, OrderStatus } from './order-states.ts';

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

export interface OrderLine {
  readonly productId: number;
  readonly title: string;
  readonly unitPriceMinor: number;
  readonly quantity: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly refundedQuantity: number;
}

export interface Order {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly userId: string | null;
  readonly email: string | null;
  readonly shippingAddress: PostalAddress | null;
  readonly shippingMethodName: string | null;
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
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly cancelledBecause: string | null;
  readonly expiresAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lines: readonly OrderLine[];
}

/** Why an order was cancelled; part of the wire. */
export type CancelReason =
  | 'payment-failed'
  | 'payment-unavailable'
  | 'not-paid-in-time'
  | 'by-shopper'
  | 'by-shop';

export type Actor = 'shopper' | 'admin' | 'payment' | 'job';

/** What can be seen in an order's history. */
export type OrderEventKind =
  | 'placed'
  | 'payment-action-required'
  | 'paid'
  | 'payment-failed'
  | 'payment-mismatch'
  | 'cancelled'
  | 'shipped'
  | 'delivered'
  | 'completed'
  | 'refund-requested'
  | 'refunded'
  | 'refund-failed'
  | 'returned';

export function isPaid({ paymentStatus }: Pick<Order, 'paymentStatus'>): boolean {
  return paymentStatus === 'paid' || paymentStatus === 'partly-refunded';
}
