import { PostalAddress } from '@kindred/contracts';
import { readCountry, readPostalCode } from '@kindred/shop-types';
import type { CartOwner } from '../../../ports/cart-store.ts';
import type { PaymentMethod } from '../../../ports/payment-gateway.ts';
import type { PostalAddressColumn } from '../../../tables/index.ts';

export interface Checkout {
  readonly checkoutId: string;
  readonly owner: CartOwner;
  readonly email: string | null;
  readonly shippingAddress: PostalAddressColumn | null;
  readonly shippingMethodId: string | null;
  readonly paymentMethod: PaymentMethod | null;
  /** What was typed and is not good (enough) yet, by field. */
  readonly draft: Draft;
  readonly state: 'completed' | 'open' | 'paying';
  readonly orderId: string | null;
  /** The order of the last attempt that came to nothing. */
  readonly lastOrderId: string | null;
}

const addressFields = Object.keys(PostalAddress.properties) as (keyof PostalAddress)[];
export type Draft = Readonly<Partial<Record<'email' | keyof PostalAddress, string>>>;

/** What is left of a draft once these fields are good. */
export function settledFields(saved: { email?: unknown; shippingAddress?: unknown }): string[] {
  return [...(saved.email === undefined ? [] : ['email']), ...(saved.shippingAddress ? addressFields : [])];
}

/** A product as checkout needs it. */
export interface Goods {
  readonly productId: number;
  readonly title: string;
  readonly imageUrl: string | null;
  /** Null: not for sale. */
  readonly priceMinor: number | null;
  readonly currency: string | null;
  readonly isListed: boolean;
  readonly available: number;
}

const details = ['email', 'shipping_address', 'shipping_method_id'] as const;
export type Detail = (typeof details)[number];

/** An address of before there was a reader may name a country that is none, and would be taxed nowhere. */
function isReadable({ country, postal_code }: PostalAddressColumn): boolean {
  const reading = readCountry(country);
  return 'value' in reading && reading.value === country && 'value' in readPostalCode(postal_code, country);
}

/** What has to be filled in before a checkout can be confirmed. */
export function missingDetails(checkout: Checkout): Detail[] {
  const given = {
    email: checkout.email,
    shipping_address:
      checkout.shippingAddress && isReadable(checkout.shippingAddress) ? checkout.shippingAddress : null,
    shipping_method_id: checkout.shippingMethodId,
  };
  return details.filter((detail) => given[detail] === null);
}

/** Whose uses of a promo code this checkout's counts with. */
export function personOf({ owner, email }: Checkout): { email: string | null; userId: string | null } {
  return { email, userId: owner.kind === 'user' ? owner.userId : null };
}

export function ownerKey(owner: CartOwner): string {
  return owner.kind === 'user' ? `user:${owner.userId}` : `visitor:${owner.visitorId}`;
}
