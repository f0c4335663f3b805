import type { Money } from '@kindred/contracts';
import type { PostalAddressColumn } from '../../../tables/index.ts';

export interface OrderMailData {
  readonly order_number: string;
  /** ISO 8601. */
  readonly placed_at: string;
  readonly currency: string;
  readonly lines: readonly OrderMailLine[];
  readonly subtotal_minor: number;
  readonly discount_minor: number;
  readonly shipping_minor: number;
  readonly tax_minor: number;
  readonly is_tax_inclusive: boolean;
  readonly tax_name: string | null;
  readonly total_minor: number;
  readonly shipping_address: PostalAddressColumn | null;
  readonly shipping_method: string | null;
  /** Days, such as 2026-12-02. Mails that were queued by an earlier version have none. */
  readonly arrival?: { readonly from: string; readonly to: string } | null;
}

export interface OrderMailLine {
  readonly title: string;
  readonly quantity: number;
  readonly total_minor: number;
  /** An absolute address, or null. */
  readonly picture: string | null;
}

interface OfOrder {
  readonly order: OrderMailData;
  readonly link: string;
}

interface NamedUnits {
  readonly title: string;
  readonly quantity: number;
}

interface OfParcel extends OfOrder {
  /** The content of the parcel. A mail that was queued by a version without parcels has none, and is about the whole order. */
  readonly parcel?: {
    readonly lines: readonly NamedUnits[];
    readonly is_whole_order: boolean;
  };
}

/** The data of each kind of mail. Links are absolute. */
export interface MailData {
  readonly 'verify-email': { readonly first_name: string | null; readonly link: string };
  readonly 'already-registered': { readonly login_link: string; readonly reset_link: string };
  readonly 'reset-password': { readonly link: string };
  readonly 'log-in': { readonly link: string };
  /** Sent to the new address. */
  readonly 'change-email': { readonly link: string };
  /** Sent to the current address. */
  readonly 'email-change-asked': { readonly reset_link: string };
  /** Sent to the previous address. */
  readonly 'email-changed': { readonly contact_link: string };
  readonly 'password-changed': Readonly<Record<never, never>>;
  readonly 'order-confirmed': OfOrder;
  readonly 'order-shipped': OfParcel & {
    readonly carrier: string | null;
    readonly tracking_number: string | null;
  };
  readonly 'order-delivered': OfParcel;
  readonly 'order-cancelled': OfOrder & { readonly reason: string };
  /** Nothing was charged. The shopper had left with “the payment is under way”. */
  readonly 'order-not-paid': OfOrder & {
    readonly reason: 'not-paid-in-time' | 'payment-failed' | 'payment-unavailable';
    /** Null if the cart no longer has the ordered products. */
    readonly cart_link: string | null;
  };
  readonly 'order-refunded': OfOrder & { readonly refunded_minor: number };
  readonly 'order-return': OfOrder & {
    readonly status: 'approved' | 'received' | 'refused' | 'requested' | 'withdrawn';
    /** The shop's answer; may be empty. */
    readonly answer: string;
    readonly lines: readonly NamedUnits[];
    /** The refund for received goods. */
    readonly refunded_minor: number;
  };
  readonly 'newsletter-confirm': { readonly link: string };
  readonly 'newsletter-welcome': { readonly unsubscribe_link: string };
  readonly 'notice-confirm': {
    readonly notice: 'back-in-stock' | 'price-drop';
    readonly title: string;
    readonly link: string;
  };
  readonly 'product-notices': {
    readonly products: readonly {
      readonly title: string;
      readonly link: string;
      /** An absolute address, or null. */
      readonly picture: string | null;
      readonly price: Money;
      /** The price before, or null if the product is not cheaper. */
      readonly was_price: Money | null;
      readonly is_back: boolean;
    }[];
    readonly end_link: string;
  };
}

export type MailKind = keyof MailData;

/** A mail to be queued. Mails with the same `onceKey`, such as `order-confirmed:ORDER`, are sent once. */
export type MailOf<Kind extends MailKind = MailKind> = {
  readonly [One in Kind]: {
    readonly kind: One;
    readonly recipient: string;
    readonly data: MailData[One];
    readonly onceKey?: string;
  };
}[Kind];
