import { type Static, Type } from 'typebox';
import { PostalAddress } from './address.ts';
import { CheckoutChange } from './checkout-change.ts';
import { AskedProductId, ProductId, Uuid } from './id.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';
import { Order } from './order.ts';
import { PaymentMethod } from './payment.ts';
import { PriceBreakdown, ShippingMethod } from './pricing.ts';
import { Email } from './typed-text.ts';

const typed = () => Type.Optional(Type.String({ maxLength: 300, description: 'As it was typed' }));

/** Typed values that are not valid yet. */
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
  {
    $id: 'CheckoutDraft',
    additionalProperties: false,
    description:
      'What was typed and is not good yet. It is kept beside what is good, field by field, until a good value takes its place',
  },
);
export type CheckoutDraft = Static<typeof CheckoutDraft>;

/** The fields that a shopper fills in, in one request or several. */
export const CheckoutDetails = Type.Object(
  {
    email: Type.Optional({ ...Email, description: 'Where the shop writes to about the order' }),
    shipping_address: Type.Optional(PostalAddress),
    shipping_method_id: Type.Optional(
      Type.String({ maxLength: 40, description: 'One of `GET /shipping-methods`' }),
    ),
    payment_method: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'The provider’s name for what shall pay: `pm_...` at Stripe, a card number at the test provider',
      }),
    ),
    draft: Type.Optional(CheckoutDraft),
  },
  {
    $id: 'CheckoutDetails',
    additionalProperties: false,
    description: 'What is left out stays',
    examples: [
      {
        email: 'ada@example.com',
        shipping_address: {
          full_name: 'Ada Öberg',
          line1: 'Storgatan 1',
          city: 'Berlin',
          postal_code: '10115',
          country: 'DE',
        },
        shipping_method_id: 'standard',
      },
    ],
  },
);
export type CheckoutDetails = Static<typeof CheckoutDetails>;

export const NextAction = Type.Object(
  {
    redirect_url: Type.Optional(Type.String({ description: 'Where the buyer’s bank asks' })),
    client_secret: Type.Optional(Type.String({ description: 'For the provider’s own script' })),
  },
  { $id: 'NextAction', description: 'The second step of a payment' },
);
export type NextAction = Static<typeof NextAction>;

export const CheckoutLine = Type.Object(
  {
    product_id: ProductId,
    title: Type.String({ description: 'Of the product' }),
    image_url: Nullable(Type.String(), { description: 'A picture of it. Null: there is none' }),
    quantity: Type.Integer({ minimum: 1, description: 'How many of it' }),
    available: Type.Integer({ minimum: 0, description: 'How many could be bought' }),
    unit_price: { ...Money, description: 'Of one' },
    subtotal: { ...Money, description: 'All of them, before discounts and tax that is added' },
    discount: { ...Money, description: 'What codes take off' },
    tax: { ...Money, description: 'The part of the total that is tax' },
    total: { ...Money, description: 'What the line costs' },
  },
  { $id: 'CheckoutLine', description: 'So many of a product, and what they cost' },
);
export type CheckoutLine = Static<typeof CheckoutLine>;

export const Checkout = Type.Object(
  {
    checkout_id: Uuid('Names the checkout; `POST /checkout/confirm` asks for it'),
    state: Type.Union([Type.Literal('open'), Type.Literal('paying'), Type.Literal('completed')], {
      description: '`paying`: its payment is under way, and nothing can be changed',
    }),
    email: Nullable(Type.String(), { description: 'Null: it has not been said' }),
    shipping_address: Nullable(PostalAddress, { description: 'Null: it has not been said' }),
    shipping_method_id: Nullable(Type.String(), { description: 'Null: none is chosen' }),
    shipping_methods: Type.Array(ShippingMethod, { description: 'Those that go to the address' }),
    payment_method: Nullable(PaymentMethod, { description: 'Null: none is chosen' }),
    draft: CheckoutDraft,
    notices: Type.Array(CheckoutChange, { description: 'What is otherwise than when it was chosen' }),
    last_failure: Nullable(
      Type.Object({
        code: Type.String({ description: 'Stable, for programs: `card-declined`' }),
        message: Type.String({ description: 'For the shopper' }),
      }),
      {
        description:
          'Why the last attempt to pay came to nothing, until something else is chosen to pay with. Else null',
      },
    ),
    lines: Type.Array(CheckoutLine, { description: 'What is bought' }),
    breakdown: PriceBreakdown,
    missing: Type.Array(
      Type.Union([
        Type.Literal('email'),
        Type.Literal('shipping_address'),
        Type.Literal('shipping_method_id'),
      ]),
      { description: 'Which fields still have to be filled in before it can be confirmed' },
    ),
    order_id: Nullable(Uuid('Names the order'), { description: 'Null: it has not become an order' }),
    payment: Nullable(
      Type.Object({
        access_token: Type.String({ description: 'Opens the order to a guest' }),
        next_action: Nullable(NextAction, {
          description: 'What the buyer has to do. Null: the provider is at it',
        }),
      }),
      { description: 'Of a checkout that is being paid: how to go on. Else null' },
    ),
  },
  { $id: 'Checkout', description: 'What is bought, where it goes and what it comes to' },
);
export type Checkout = Static<typeof Checkout>;

export const ShownBasket = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        {
          product_id: AskedProductId,
          quantity: Type.Integer({ minimum: 1, maximum: 99, description: 'How many of it' }),
          unit_price: { ...Money, description: 'Of one' },
        },
        { additionalProperties: false },
      ),
      { maxItems: 200, description: 'Each product' },
    ),
    discount: { ...Money, description: '`breakdown.discount`' },
    shipping: Nullable(Money, { description: '`breakdown.shipping`' }),
    tax: Nullable(Money, { description: '`breakdown.tax`' }),
  },
  {
    $id: 'ShownBasket',
    additionalProperties: false,
    description: 'What the total was made of, so that what has changed can be told',
  },
);
export type ShownBasket = Static<typeof ShownBasket>;

export const ConfirmCheckout = Type.Object(
  {
    checkout_id: Uuid('Of the checkout'),
    payment_method: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'Of the payment provider: `pm_...` at Stripe, a card number at the test provider. Left out: what the checkout has',
      }),
    ),
    expected_total: {
      ...Money,
      description:
        '`breakdown.total_price`, as the shopper was shown it. Another one is answered, not charged',
    },
    shown: Type.Optional(ShownBasket),
  },
  {
    $id: 'ConfirmCheckout',
    additionalProperties: false,
    examples: [
      {
        checkout_id: '7d0f6f0e-0c5e-4a1b-9a58-0d0c7f3b8f5d',
        payment_method: '4242424242424242',
        expected_total: { amount_minor: 3998, currency: 'USD' },
      },
    ],
  },
);
export type ConfirmCheckout = Static<typeof ConfirmCheckout>;

export const Confirmation = Type.Object(
  {
    order: Order,
    access_token: Type.String({ description: 'Opens this order to a guest: `GET /orders/ID?access=TOKEN`' }),
    next_action: Nullable(NextAction, { description: 'What the buyer has to do. Null: nothing' }),
  },
  { $id: 'Confirmation', description: 'An order that was placed' },
);
export type Confirmation = Static<typeof Confirmation>;

export const SettleCheckout = Type.Object(
  { order_id: Uuid('Of the order that the checkout became') },
  {
    $id: 'SettleCheckout',
    additionalProperties: false,
    examples: [{ order_id: '3f0c2a4e-5d5b-4f59-9d6f-2f4f1d7a9c11' }],
  },
);
export type SettleCheckout = Static<typeof SettleCheckout>;
