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
    title: Type.String({ description: 'Of the product, when it was ordered' }),
    quantity: Type.Integer({ minimum: 1, description: 'How many were ordered' }),
    shipped_quantity: Type.Integer({ minimum: 0, description: 'In shipments, on their way or delivered' }),
    unshipped_quantity: Type.Integer({ minimum: 0, description: 'Still to be sent' }),
    refunding_quantity: Type.Integer({ minimum: 0, description: 'In refunds that are under way' }),
    refunded_quantity: Type.Integer({ minimum: 0, description: 'Taken out of the order by refunds' }),
    unit_price: { ...Money, description: 'Of one, when it was ordered' },
    subtotal: { ...Money, description: 'All of them, before discounts and tax that is added' },
    discount: { ...Money, description: 'What codes took off' },
    tax: { ...Money, description: 'The part of the total that is tax' },
    total: { ...Money, description: 'What the line costs' },
    image_url: Nullable(Type.String(), { description: 'A picture of it. Null: there is none' }),
    product_available: Type.Boolean({ description: 'Whether the product still has a page' }),
    returnable: Returnable,
  },
  { $id: 'OrderLine', description: 'So many of a product, at the price of the order' },
);
export type OrderLine = Static<typeof OrderLine>;

export const Shipment = Type.Object(
  {
    shipment_id: Uuid('Names the parcel'),
    carrier: Nullable(Type.String(), { description: 'Who brings it. Null: it was not said' }),
    tracking_number: Nullable(Type.String(), { description: 'The carrier’s. Null: it was not said' }),
    shipped_at: Moment('When it was sent'),
    delivered_at: Nullable(Moment('When it arrived. Null: it is on its way')),
    lines: Type.Array(ProductQuantity, { description: 'What is in it' }),
  },
  { $id: 'Shipment', description: 'A parcel' },
);
export type Shipment = Static<typeof Shipment>;

export const RefundStatus = Type.Union(
  [Type.Literal('requested'), Type.Literal('succeeded'), Type.Literal('failed')],
  {
    $id: 'RefundStatus',
    description:
      '`requested`: the money is on its way. `failed`: it did not arrive, or the bank sent it back later, and is owed',
  },
);
export type RefundStatus = Static<typeof RefundStatus>;

export const OrderRefund = Type.Object(
  {
    refund_id: Uuid('Names the refund'),
    amount: { ...Money, description: 'What goes back' },
    status: RefundStatus,
    requested_at: Moment('When it was asked for'),
    updated_at: Moment('When its status last changed'),
    lines: Type.Array(ProductQuantity, { description: 'The goods that it is about; none: money alone' }),
  },
  { $id: 'OrderRefund', description: 'Money that goes back' },
);
export type OrderRefund = Static<typeof OrderRefund>;

export const OrderCancellation = Type.Object(
  {
    scope: Type.Union([Type.Literal('order'), Type.Literal('rest'), Type.Null()], {
      description: '`rest`: what is not sent yet. Null: nothing can be cancelled',
    }),
    message: Nullable(Type.String(), {
      description: 'Why nothing can be cancelled, for the shopper. Else null',
    }),
  },
  { $id: 'OrderCancellation', description: 'What `POST /orders/ID/cancel` would cancel' },
);
export type OrderCancellation = Static<typeof OrderCancellation>;

export const Order = Type.Object(
  {
    order_id: Uuid('Names the order to programs'),
    order_number: Type.String({ description: 'Names the order to people: `K-0123ABCDEF`' }),
    status: OrderStatus,
    status_text: Type.String({ description: 'How the order is, for the shopper' }),
    payment_status: PaymentStatus,
    fulfilment_status: FulfilmentStatus,
    email: Nullable(Type.String(), {
      description: 'Where the shop writes to about it. Null: erased with the account',
    }),
    is_guest: Type.Boolean({ description: 'Placed without an account, and not in one since' }),
    shipping_address: Nullable(PostalAddress, {
      description: 'Where it goes. Null: erased with the account',
    }),
    shipping_method: Nullable(Type.String(), {
      description: 'The name of the way of sending. Null: none was chosen',
    }),
    lines: Type.Array(OrderLine, { description: 'What was ordered' }),
    promo_codes: Type.Array(Type.String(), { description: 'Those that counted' }),
    subtotal: { ...Money, description: 'The goods, before discounts and tax that is added' },
    discount: { ...Money, description: 'What codes took off the goods' },
    shipping: { ...Money, description: 'What sending it costs' },
    tax: { ...Money, description: 'All of it, the shipping’s too' },
    tax_name: Nullable(Type.String(), { description: 'Such as “VAT”. Null: there is none' }),
    is_tax_inclusive: Type.Boolean({
      description: 'Prices and total hold the tax; otherwise it was added',
    }),
    total_price: { ...Money, description: 'What the order costs' },
    carrier: Nullable(Type.String(), { description: 'Of the newest of the shipments. Null: not known' }),
    tracking_number: Nullable(Type.String(), {
      description: 'Of the newest of the shipments. Null: not known',
    }),
    shipments: Type.Array(Shipment, { description: 'The oldest first' }),
    refunds: Type.Array(OrderRefund, { description: 'The oldest first' }),
    returns: Type.Array(OrderReturn, { description: 'The oldest first' }),
    delivery_estimate: Nullable(DeliveryDates, { description: 'Null: nothing is to arrive any more' }),
    cancellation: OrderCancellation,
    payment_action_url: Nullable(Type.String(), {
      description: 'Where the buyer’s bank asks for a second step. Null: it does not',
    }),
    invoice: Nullable(
      Type.Object({
        number: Type.String({ description: 'Of the document' }),
        issued_at: Moment('When the order was paid'),
      }),
      { description: 'Null: it was never paid' },
    ),
    history: Type.Array(OrderEvent, { description: 'What has happened, the oldest first' }),
    cancelled_because: Nullable(Type.String(), {
      description: 'Stable, for programs: `by-shopper`. Null: it is not cancelled',
    }),
    expires_at: Nullable(
      Moment('Until when the goods are held for an order that is not paid. Null: it is, or it is over'),
    ),
    created_at: Moment('When it was placed'),
    updated_at: Moment('When it last changed'),
  },
  { $id: 'Order', description: 'What somebody has bought, and what became of it' },
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
      description: 'As it was copied: `#K-…`, without `K-`, in small letters, with spaces',
    }),
    email: { ...KnownEmail, description: 'The one that the order was placed with' },
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
      description: 'Opens this one order to whoever holds it: `GET /orders/ID?access=TOKEN`',
    }),
  },
  { $id: 'OrderAccess', description: 'An order, and what opens it' },
);
export type OrderAccess = Static<typeof OrderAccess>;
