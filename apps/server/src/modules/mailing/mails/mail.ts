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
  /** Days, as 2026-12-02. Mails that were queued before this was kept have none. */
  readonly arrival?: { readonly from: string; readonly to: string } | null;
}

export interface OrderMailLine {
  readonly title: string;
  readonly quantity: number;
  readonly total_minor: number;
  /** Absolute; null: none. */
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
  /** What is in it. A mail that was queued before there were parcels has none, and is about the whole order. */
  readonly parcel?: {
    readonly lines: readonly NamedUnits[];
    readonly is_whole_order: boolean;
  };
}

/** What each kind of mail needs to be written. Links are absolute. */
export interface MailData {
  readonly 'verify-email': { readonly first_name: string | null; readonly link: string };
  readonly 'already-registered': { readonly login_link: string; readonly reset_link: string };
  readonly 'reset-password': { readonly link: string };
  readonly 'log-in': { readonly link: string };
  /** To the new address. */
  readonly 'change-email': { readonly link: string };
  /** To the address of now. */
  readonly 'email-change-asked': { readonly reset_link: string };
  /** To the address of before. */
  readonly 'email-changed': { readonly contact_link: string };
  readonly 'password-changed': Readonly<Record<never, never>>;
  readonly 'order-confirmed': OfOrder;
  readonly 'order-shipped': OfParcel & {
    readonly carrier: string | null;
    readonly tracking_number: string | null;
  };
  readonly 'order-delivered': OfParcel;
  readonly 'order-cancelled': OfOrder & { readonly reason: string };
  /** Nobody was charged for it; who ordered had left with “the payment is under way”. */
  readonly 'order-not-paid': OfOrder & {
    readonly reason: 'not-paid-in-time' | 'payment-failed' | 'payment-unavailable';
    /** Null: the cart no longer holds what was ordered. */
    readonly cart_link: string | null;
  };
  readonly 'order-refunded': OfOrder & { readonly refunded_minor: number };
  readonly 'order-return': OfOrder & {
    readonly status: 'approved' | 'received' | 'refused' | 'requested' | 'withdrawn';
    /** What the shop said; empty: nothing. */
    readonly answer: string;
    readonly lines: readonly NamedUnits[];
    /** Of goods that were received. */
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
      /** Absolute; null: none. */
      readonly picture: string | null;
      readonly price: Money;
      /** What it cost before; null: it is not cheaper. */
      readonly was_price: Money | null;
      readonly is_back: boolean;
    }[];
    readonly end_link: string;
  };
}

export type MailKind = keyof MailData;

/** A mail to be queued; `onceKey` says the same thing twice only once: `order-confirmed:ORDER`. */
export type MailOf<Kind extends MailKind = MailKind> = {
  readonly [One in Kind]: {
    readonly kind: One;
    readonly recipient: string;
    readonly data: MailData[One];
    readonly onceKey?: string;
  };
}[Kind];
