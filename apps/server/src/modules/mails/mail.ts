import type { PostalAddressColumn } from '../../tables/index.ts';

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

/** What each kind of mail needs to be written. Links are absolute. */
export interface MailData {
  readonly 'verify-email': { readonly first_name: string | null; readonly link: string };
  readonly 'already-registered': { readonly login_link: string; readonly reset_link: string };
  readonly 'reset-password': { readonly link: string };
  readonly 'password-changed': Readonly<Record<never, never>>;
  readonly 'order-confirmed': OfOrder;
  readonly 'order-shipped': OfOrder & {
    readonly carrier: string | null;
    readonly tracking_number: string | null;
  };
  readonly 'order-delivered': OfOrder;
  readonly 'order-cancelled': OfOrder & { readonly reason: string };
  readonly 'order-refunded': OfOrder & { readonly refunded_minor: number };
  readonly 'newsletter-confirm': { readonly link: string };
  readonly 'newsletter-welcome': { readonly unsubscribe_link: string };
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
