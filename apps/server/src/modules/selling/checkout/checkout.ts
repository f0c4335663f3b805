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
  /** Typed details that are not valid yet, by field. */
  readonly draft: Draft;
  readonly state: 'completed' | 'open' | 'paying';
  readonly orderId: string | null;
  /** The order of the last failed attempt. */
  readonly lastOrderId: string | null;
}

const addressFields = Object.keys(PostalAddress.properties) as (keyof PostalAddress)[];
export type Draft = Readonly<Partial<Record<'email' | keyof PostalAddress, string>>>;

/** The fields of the draft that these valid details replace. */
export function settledFields(saved: { email?: unknown; shippingAddress?: unknown }): string[] {
  return [...(saved.email === undefined ? [] : ['email']), ...(saved.shippingAddress ? addressFields : [])];
}

/** The data of a product that the checkout needs. */
export interface Goods {
  readonly productId: number;
  readonly title: string;
  readonly imageUrl: string | null;
  /** Null if the product is not for sale. */
  readonly priceMinor: number | null;
  readonly currency: string | null;
  readonly isListed: boolean;
  readonly available: number;
}

const details = ['email', 'shipping_address', 'shipping_method_id'] as const;
export type Detail = (typeof details)[number];

/** An address that was stored before countries were checked may have an invalid country, to which no tax would apply. */
function isReadable({ country, postal_code }: PostalAddressColumn): boolean {
  const reading = readCountry(country);
  return 'value' in reading && reading.value === country && 'value' in readPostalCode(postal_code, country);
}

/** Returns the details that are missing before a checkout can be confirmed. */
export function missingDetails(checkout: Checkout): Detail[] {
  const given = {
    email: checkout.email,
    shipping_address:
      checkout.shippingAddress && isReadable(checkout.shippingAddress) ? checkout.shippingAddress : null,
    shipping_method_id: checkout.shippingMethodId,
  };
  return details.filter((detail) => given[detail] === null);
}

/** The person whose uses of a promo code include this checkout's. */
export function personOf({ owner, email }: Checkout): { email: string | null; userId: string | null } {
  return { email, userId: owner.kind === 'user' ? owner.userId : null };
}

export function ownerKey(owner: CartOwner): string {
  return owner.kind === 'user' ? `user:${owner.userId}` : `visitor:${owner.visitorId}`;
}
