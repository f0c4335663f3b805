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

const typed = () => Type.Optional(Type.String({ maxLength: 300, description: 'As typed' }));

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
      'Typed values that are not valid yet. Each is stored beside the valid fields until a valid value replaces it',
  },
);
export type CheckoutDraft = Static<typeof CheckoutDraft>;

/** The fields that a shopper fills in, in one request or several. */
export const CheckoutDetails = Type.Object(
  {
    email: Type.Optional({ ...Email, description: 'The address for mails about the order' }),
    shipping_address: Type.Optional(PostalAddress),
    shipping_method_id: Type.Optional(
      Type.String({ maxLength: 40, description: 'One of `GET /shipping-methods`' }),
    ),
    payment_method: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'The provider’s name for the means of payment: `pm_...` at Stripe, a card number at the test provider',
      }),
    ),
    draft: Type.Optional(CheckoutDraft),
  },
  {
    $id: 'CheckoutDetails',
    additionalProperties: false,
    description: 'Missing fields stay unchanged',
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
    redirect_url: Type.Optional(Type.String({ description: 'The page on which the buyer’s bank asks' })),
    client_secret: Type.Optional(Type.String({ description: 'For the provider’s own script' })),
  },
  { $id: 'NextAction', description: 'The second step of a payment' },
);
export type NextAction = Static<typeof NextAction>;

export const CheckoutLine = Type.Object(
  {
    product_id: ProductId,
    title: Type.String({ description: 'Of the product' }),
    image_url: Nullable(Type.String(), { description: 'A picture of the product. Null: none' }),
    quantity: Type.Integer({ minimum: 1, description: 'The quantity' }),
    available: Type.Integer({ minimum: 0, description: 'The quantity that can be bought' }),
    unit_price: { ...Money, description: 'For one unit' },
    subtotal: { ...Money, description: 'The whole line, before discounts and before tax that is added' },
    discount: { ...Money, description: 'The discount by codes' },
    tax: { ...Money, description: 'The part of the total that is tax' },
    total: { ...Money, description: 'The price of the line' },
  },
  { $id: 'CheckoutLine', description: 'A quantity of a product, and its price' },
);
export type CheckoutLine = Static<typeof CheckoutLine>;

export const Checkout = Type.Object(
  {
    checkout_id: Uuid('The id of the checkout, for `POST /checkout/confirm`'),
    state: Type.Union([Type.Literal('open'), Type.Literal('paying'), Type.Literal('completed')], {
      description: '`paying`: its payment is pending, and nothing can be changed',
    }),
    email: Nullable(Type.String(), { description: 'Null: not set' }),
    shipping_address: Nullable(PostalAddress, { description: 'Null: not set' }),
    shipping_method_id: Nullable(Type.String(), { description: 'Null: none chosen' }),
    shipping_methods: Type.Array(ShippingMethod, { description: 'The methods that ship to the address' }),
    payment_method: Nullable(PaymentMethod, { description: 'Null: none chosen' }),
    draft: CheckoutDraft,
    notices: Type.Array(CheckoutChange, { description: 'What has changed since the shopper chose it' }),
    last_failure: Nullable(
      Type.Object({
        code: Type.String({ description: 'Stable, for programs: `card-declined`' }),
        message: Type.String({ description: 'For the shopper' }),
      }),
      {
        description:
          'Why the last attempt to pay failed, until the shopper chooses another means of payment. Otherwise null',
      },
    ),
    lines: Type.Array(CheckoutLine, { description: 'The products to buy' }),
    breakdown: PriceBreakdown,
    missing: Type.Array(
      Type.Union([
        Type.Literal('email'),
        Type.Literal('shipping_address'),
        Type.Literal('shipping_method_id'),
      ]),
      { description: 'The fields that are still missing for a confirmation' },
    ),
    order_id: Nullable(Uuid('The id of the order'), { description: 'Null: there is no order yet' }),
    payment: Nullable(
      Type.Object({
        access_token: Type.String({ description: 'Gives a guest access to the order' }),
        next_action: Nullable(NextAction, {
          description: 'What the buyer has to do. Null: nothing; the provider is working',
        }),
      }),
      { description: 'For a checkout whose payment is pending: how to continue. Otherwise null' },
    ),
  },
  { $id: 'Checkout', description: 'Products, destination and total of a purchase' },
);
export type Checkout = Static<typeof Checkout>;

export const ShownBasket = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        {
          product_id: AskedProductId,
          quantity: Type.Integer({ minimum: 1, maximum: 99, description: 'The quantity' }),
          unit_price: { ...Money, description: 'For one unit' },
        },
        { additionalProperties: false },
      ),
      { maxItems: 200, description: 'The products' },
    ),
    discount: { ...Money, description: '`breakdown.discount`' },
    shipping: Nullable(Money, { description: '`breakdown.shipping`' }),
    tax: Nullable(Money, { description: '`breakdown.tax`' }),
  },
  {
    $id: 'ShownBasket',
    additionalProperties: false,
    description: 'The components of the shown total, so that the answer can say what has changed',
  },
);
export type ShownBasket = Static<typeof ShownBasket>;

export const ConfirmCheckout = Type.Object(
  {
    checkout_id: Uuid('The id of the checkout'),
    payment_method: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'The payment provider’s name: `pm_...` at Stripe, a card number at the test provider. Default: the checkout’s',
      }),
    ),
    expected_total: {
      ...Money,
      description:
        '`breakdown.total_price` as shown to the shopper. If the total differs now, the shop answers with it and charges nothing',
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
    access_token: Type.String({
      description: 'Gives a guest access to this order: `GET /orders/ID?access=TOKEN`',
    }),
    next_action: Nullable(NextAction, { description: 'What the buyer has to do. Null: nothing' }),
  },
  { $id: 'Confirmation', description: 'The placed order' },
);
export type Confirmation = Static<typeof Confirmation>;

export const SettleCheckout = Type.Object(
  { order_id: Uuid('The id of the checkout’s order') },
  {
    $id: 'SettleCheckout',
    additionalProperties: false,
    examples: [{ order_id: '3f0c2a4e-5d5b-4f59-9d6f-2f4f1d7a9c11' }],
  },
);
export type SettleCheckout = Static<typeof SettleCheckout>;
