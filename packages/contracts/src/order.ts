import { type Static, Type } from 'typebox';
import { PostalAddress } from './address.ts';
import { ProductId, Uuid } from './id.ts';
import { Moment } from './moment.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';
import { FulfilmentStatus, OrderEvent, OrderStatus, PaymentStatus } from './order-event.ts';
import { Cursor, Limit, NextCursor } from './paging.ts';
import { DeliveryDates } from './pricing.ts';
import { ProductQuantity } from './product-quantity.ts';
import { OrderReturn, Returnable } from './return.ts';
import { KnownEmail } from './typed-text.ts';

export const OrderLine = Type.Object(
  {
    product_id: ProductId,
    title: Type.String({ description: 'The product’s title when it was ordered' }),
    quantity: Type.Integer({ minimum: 1, description: 'The ordered quantity' }),
    shipped_quantity: Type.Integer({
      minimum: 0,
      description: 'The quantity in shipments, in transit or delivered',
    }),
    unshipped_quantity: Type.Integer({ minimum: 0, description: 'The quantity still to be shipped' }),
    refunding_quantity: Type.Integer({ minimum: 0, description: 'The quantity in pending refunds' }),
    refunded_quantity: Type.Integer({
      minimum: 0,
      description: 'The quantity that refunds took out of the order',
    }),
    unit_price: { ...Money, description: 'For one unit, when it was ordered' },
    subtotal: { ...Money, description: 'The whole line, before discounts and before tax that is added' },
    discount: { ...Money, description: 'The discount by codes' },
    tax: { ...Money, description: 'The part of the total that is tax' },
    total: { ...Money, description: 'The price of the line' },
    image_url: Nullable(Type.String(), { description: 'A picture of the product. Null: none' }),
    product_available: Type.Boolean({ description: 'Whether the product still has a page' }),
    returnable: Returnable,
  },
  { $id: 'OrderLine', description: 'A quantity of a product, at the price of the order' },
);
export type OrderLine = Static<typeof OrderLine>;

export const Shipment = Type.Object(
  {
    shipment_id: Uuid('The id of the parcel'),
    carrier: Nullable(Type.String(), { description: 'The carrier’s name. Null: not set' }),
    tracking_number: Nullable(Type.String(), { description: 'The carrier’s tracking number. Null: not set' }),
    shipped_at: Moment('When it was shipped'),
    delivered_at: Nullable(Moment('When it arrived. Null: it is in transit')),
    lines: Type.Array(ProductQuantity, { description: 'The contents' }),
  },
  { $id: 'Shipment', description: 'A parcel' },
);
export type Shipment = Static<typeof Shipment>;

export const RefundStatus = Type.Union(
  [Type.Literal('requested'), Type.Literal('succeeded'), Type.Literal('failed')],
  {
    $id: 'RefundStatus',
    description:
      '`requested`: the refund is pending. `failed`: the money did not arrive, or the bank sent it back later; the shop owes it',
  },
);
export type RefundStatus = Static<typeof RefundStatus>;

export const OrderRefund = Type.Object(
  {
    refund_id: Uuid('The id of the refund'),
    amount: { ...Money, description: 'The refunded amount' },
    status: RefundStatus,
    requested_at: Moment('When it was requested'),
    updated_at: Moment('When its status last changed'),
    lines: Type.Array(ProductQuantity, { description: 'The refunded goods. Empty: money without goods' }),
  },
  { $id: 'OrderRefund', description: 'A refund of an order' },
);
export type OrderRefund = Static<typeof OrderRefund>;

export const OrderCancellation = Type.Object(
  {
    scope: Type.Union([Type.Literal('order'), Type.Literal('rest'), Type.Null()], {
      description: '`rest`: the goods that are not shipped yet. Null: nothing can be cancelled',
    }),
    message: Nullable(Type.String(), {
      description: 'Why nothing can be cancelled, for the shopper. Otherwise null',
    }),
  },
  { $id: 'OrderCancellation', description: 'What `POST /orders/ID/cancel` would cancel' },
);
export type OrderCancellation = Static<typeof OrderCancellation>;

export const Order = Type.Object(
  {
    order_id: Uuid('The id of the order, for programs'),
    order_number: Type.String({ description: 'The number of the order, for people: `K-0123ABCDEF`' }),
    status: OrderStatus,
    status_text: Type.String({ description: 'The state of the order, for the shopper' }),
    payment_status: PaymentStatus,
    fulfilment_status: FulfilmentStatus,
    email: Nullable(Type.String(), {
      description: 'The address for mails about the order. Null: erased with the account',
    }),
    is_guest: Type.Boolean({
      description: 'Whether it was placed without an account, and no account has taken it over since',
    }),
    shipping_address: Nullable(PostalAddress, {
      description: 'The destination. Null: erased with the account',
    }),
    shipping_method: Nullable(Type.String(), {
      description: 'The name of the shipping method. Null: none was chosen',
    }),
    lines: Type.Array(OrderLine, { description: 'The ordered products' }),
    promo_codes: Type.Array(Type.String(), { description: 'The codes that counted' }),
    subtotal: { ...Money, description: 'The goods, before discounts and before tax that is added' },
    discount: { ...Money, description: 'The discount on the goods by codes' },
    shipping: { ...Money, description: 'The price of shipping' },
    tax: { ...Money, description: 'The whole tax, including that on shipping' },
    tax_name: Nullable(Type.String(), { description: 'Such as “VAT”. Null: none' }),
    is_tax_inclusive: Type.Boolean({
      description: 'Whether prices and total include the tax; otherwise it was added',
    }),
    total_price: { ...Money, description: 'The total of the order' },
    carrier: Nullable(Type.String(), { description: 'Of the newest shipment. Null: unknown' }),
    tracking_number: Nullable(Type.String(), {
      description: 'Of the newest shipment. Null: unknown',
    }),
    shipments: Type.Array(Shipment, { description: 'The oldest first' }),
    refunds: Type.Array(OrderRefund, { description: 'The oldest first' }),
    returns: Type.Array(OrderReturn, { description: 'The oldest first' }),
    delivery_estimate: Nullable(DeliveryDates, { description: 'Null: no delivery is to come' }),
    cancellation: OrderCancellation,
    payment_action_url: Nullable(Type.String(), {
      description: 'The page on which the buyer’s bank asks for a second step. Null: it does not ask',
    }),
    invoice: Nullable(
      Type.Object({
        number: Type.String({ description: 'The number of the invoice' }),
        issued_at: Moment('When the order was paid'),
      }),
      { description: 'Null: the order was never paid' },
    ),
    history: Type.Array(OrderEvent, { description: 'The events of the order, the oldest first' }),
    cancelled_because: Nullable(Type.String(), {
      description: 'Stable, for programs: `by-shopper`. Null: not cancelled',
    }),
    expires_at: Nullable(
      Moment('When the shop stops holding the goods for the unpaid order. Null: it is paid, or it is over'),
    ),
    created_at: Moment('When it was placed'),
    updated_at: Moment('When it last changed'),
  },
  { $id: 'Order', description: 'An order and everything that happened to it' },
);
export type Order = Static<typeof Order>;

export const OrderQuery = Type.Object(
  {
    status: Type.Optional({ ...OrderStatus, description: 'Only orders of this status' }),
    limit: Limit(50, 20),
    cursor: Cursor(),
  },
  { additionalProperties: false },
);
export type OrderQuery = Static<typeof OrderQuery>;

/** A query for the caller's own orders. */
export const OwnOrderQuery = Type.Object(
  {
    ...OrderQuery.properties,
    q: Type.Optional(
      Type.String({ maxLength: 200, description: 'Words of a product’s title, or of the order number' }),
    ),
  },
  { additionalProperties: false },
);
export type OwnOrderQuery = Static<typeof OwnOrderQuery>;

export const OrderList = Type.Object(
  { items: Type.Array(Order, { description: 'The newest first' }), next_cursor: NextCursor },
  { $id: 'OrderList' },
);
export type OrderList = Static<typeof OrderList>;

/** How a guest finds an order again. */
export const OrderLookup = Type.Object(
  {
    order_number: Type.String({
      minLength: 1,
      maxLength: 60,
      description: 'In any spelling: `#K-…`, without `K-`, in lower case, with spaces',
    }),
    email: { ...KnownEmail, description: 'The address with which the order was placed' },
  },
  {
    $id: 'OrderLookup',
    additionalProperties: false,
    examples: [{ order_number: 'K-0123ABCDEF', email: 'ada@example.com' }],
  },
);
export type OrderLookup = Static<typeof OrderLookup>;

export const OrderAccess = Type.Object(
  {
    order: Order,
    access_token: Type.String({
      description: 'Gives its holder access to this order: `GET /orders/ID?access=TOKEN`',
    }),
  },
  { $id: 'OrderAccess', description: 'An order, and the token that gives access to it' },
);
export type OrderAccess = Static<typeof OrderAccess>;
