import { type Static, Type } from 'typebox';
import { PostalAddress } from './address.ts';
import { Money } from './money.ts';
import { Order } from './order.ts';
import { PriceBreakdown, ShippingMethod } from './pricing.ts';
import { Email } from './typed-text.ts';

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** What a shopper fills in, all at once or bit by bit. */
export const CheckoutDetails = Type.Object(
  {
    email: Type.Optional(Email),
    shipping_address: Type.Optional(PostalAddress),
    shipping_method_id: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
);
export type CheckoutDetails = Static<typeof CheckoutDetails>;

export const CheckoutLine = Type.Object({
  product_id: Type.Integer({ minimum: 1 }),
  title: Type.String(),
  image_url: nullable(Type.String()),
  quantity: Type.Integer({ minimum: 1 }),
  available: Type.Integer({ minimum: 0 }),
  unit_price: Money,
  discount: Money,
  tax: Money,
  total: Money,
});
export type CheckoutLine = Static<typeof CheckoutLine>;

export const Checkout = Type.Object(
  {
    checkout_id: Type.String({ format: 'uuid' }),
    state: Type.Union([Type.Literal('open'), Type.Literal('paying'), Type.Literal('completed')]),
    email: nullable(Type.String()),
    shipping_address: nullable(PostalAddress),
    shipping_method_id: nullable(Type.String()),
    shipping_methods: Type.Array(ShippingMethod),
    lines: Type.Array(CheckoutLine),
    breakdown: PriceBreakdown,
    /** What still has to be filled in before it can be confirmed. */
    missing: Type.Array(
      Type.Union([
        Type.Literal('email'),
        Type.Literal('shipping_address'),
        Type.Literal('shipping_method_id'),
      ]),
    ),
    order_id: nullable(Type.String({ format: 'uuid' })),
  },
  { $id: 'Checkout' },
);
export type Checkout = Static<typeof Checkout>;

export const ConfirmCheckout = Type.Object(
  {
    checkout_id: Type.String({ format: 'uuid' }),
    /** Of the payment provider: `pm_...` at Stripe, a card number at the test provider. */
    payment_method: Type.String({ minLength: 1, maxLength: 200 }),
    /** What the shopper was shown. Another total is answered, not charged. */
    expected_total: Money,
  },
  { additionalProperties: false },
);
export type ConfirmCheckout = Static<typeof ConfirmCheckout>;

export const Confirmation = Type.Object(
  {
    order: Order,
    /** Opens this order to a guest. */
    access_token: Type.String(),
    next_action: nullable(
      Type.Object({
        redirect_url: Type.Optional(Type.String()),
        client_secret: Type.Optional(Type.String()),
      }),
    ),
  },
  { $id: 'Confirmation' },
);
export type Confirmation = Static<typeof Confirmation>;
