import { type Static, Type } from 'typebox';
import { PostalAddress } from './address.ts';
import { CheckoutChange } from './checkout-change.ts';
import { Money } from './money.ts';
import { Order } from './order.ts';
import { PaymentMethod } from './payment.ts';
import { PriceBreakdown, ShippingMethod } from './pricing.ts';
import { Email } from './typed-text.ts';

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

const typed = () => Type.Optional(Type.String({ maxLength: 300 }));

/** What was typed and is not good (enough) yet, as it was typed. */
export const CheckoutDraft = Type.Object(
  {
    email: typed(),
    full_name: typed(),
    line1: typed(),
    line2: typed(),
    city: typed(),
    region: typed(),
    postal_code: typed(),
    country: typed(),
    phone: typed(),
  },
  { additionalProperties: false },
);
export type CheckoutDraft = Static<typeof CheckoutDraft>;

/** What a shopper fills in, all at once or bit by bit. */
export const CheckoutDetails = Type.Object(
  {
    email: Type.Optional(Email),
    shipping_address: Type.Optional(PostalAddress),
    shipping_method_id: Type.Optional(Type.String({ maxLength: 40 })),
    payment_method: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description: 'The provider’s name for what shall pay; what it is, the provider is asked',
      }),
    ),
    draft: Type.Optional({
      ...CheckoutDraft,
      description: 'Kept beside what is good, field by field, until a good value takes its place',
    }),
  },
  { additionalProperties: false },
);
export type CheckoutDetails = Static<typeof CheckoutDetails>;

export const NextAction = Type.Object({
  redirect_url: Type.Optional(Type.String()),
  client_secret: Type.Optional(Type.String()),
});
export type NextAction = Static<typeof NextAction>;

export const CheckoutLine = Type.Object({
  product_id: Type.Integer({ minimum: 1 }),
  title: Type.String(),
  image_url: nullable(Type.String()),
  quantity: Type.Integer({ minimum: 1 }),
  available: Type.Integer({ minimum: 0 }),
  unit_price: Money,
  /** Of all of them, before discount and added tax. */
  subtotal: Money,
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
    payment_method: nullable(PaymentMethod),
    draft: CheckoutDraft,
    notices: Type.Array(CheckoutChange, { description: 'What is otherwise than when it was chosen' }),
    last_failure: nullable(
      Type.Object(
        { code: Type.String(), message: Type.String({ description: 'For the shopper' }) },
        {
          description:
            'Why the last attempt to pay came to nothing, until something else is chosen to pay with',
        },
      ),
    ),
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
    payment: nullable(
      Type.Object(
        {
          access_token: Type.String({ description: 'Opens the order to a guest' }),
          next_action: nullable(NextAction),
        },
        {
          description:
            'Of a checkout that is being paid: how to go on. Without a next action the provider is at it',
        },
      ),
    ),
  },
  { $id: 'Checkout' },
);
export type Checkout = Static<typeof Checkout>;

export const ShownBasket = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        {
          product_id: Type.Integer({ minimum: 1, maximum: 2147483647 }),
          quantity: Type.Integer({ minimum: 1, maximum: 99 }),
          unit_price: Money,
        },
        { additionalProperties: false },
      ),
      { maxItems: 200 },
    ),
    discount: Money,
    shipping: nullable(Money),
    tax: nullable(Money),
  },
  { additionalProperties: false },
);
export type ShownBasket = Static<typeof ShownBasket>;

export const ConfirmCheckout = Type.Object(
  {
    checkout_id: Type.String({ format: 'uuid' }),
    payment_method: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'Of the payment provider: `pm_...` at Stripe, a card number at the test provider. Left out: what the checkout has',
      }),
    ),
    /** What the shopper was shown. Another total is answered, not charged. */
    expected_total: Money,
    shown: Type.Optional({
      ...ShownBasket,
      description: 'What the total was made of, so that what changed can be told',
    }),
  },
  { additionalProperties: false },
);
export type ConfirmCheckout = Static<typeof ConfirmCheckout>;

export const Confirmation = Type.Object(
  {
    order: Order,
    /** Opens this order to a guest. */
    access_token: Type.String(),
    next_action: nullable(NextAction),
  },
  { $id: 'Confirmation' },
);
export type Confirmation = Static<typeof Confirmation>;

export const SettleCheckout = Type.Object(
  { order_id: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
);
export type SettleCheckout = Static<typeof SettleCheckout>;
