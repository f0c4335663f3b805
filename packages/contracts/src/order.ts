import { type Static, Type } from 'typebox';
import { PostalAddress } from './address.ts';
import { Money } from './money.ts';

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

export const OrderStatus = Type.Union([
  Type.Literal('Pending'),
  Type.Literal('Completed'),
  Type.Literal('Cancelled'),
]);
export type OrderStatus = Static<typeof OrderStatus>;

export const PaymentStatus = Type.Union([
  Type.Literal('pending'),
  Type.Literal('action-required'),
  Type.Literal('paid'),
  Type.Literal('failed'),
  Type.Literal('cancelled'),
  Type.Literal('partly-refunded'),
  Type.Literal('refunded'),
]);
export type PaymentStatus = Static<typeof PaymentStatus>;

export const FulfilmentStatus = Type.Union([
  Type.Literal('unfulfilled'),
  Type.Literal('shipped'),
  Type.Literal('delivered'),
  Type.Literal('returned'),
  Type.Literal('cancelled'),
]);
export type FulfilmentStatus = Static<typeof FulfilmentStatus>;

export const OrderLine = Type.Object({
  product_id: Type.Integer({ minimum: 1 }),
  title: Type.String(),
  quantity: Type.Integer({ minimum: 1 }),
  refunded_quantity: Type.Integer({ minimum: 0 }),
  unit_price: Money,
  discount: Money,
  tax: Money,
  total: Money,
});
export type OrderLine = Static<typeof OrderLine>;

export const Order = Type.Object(
  {
    order_id: Type.String({ format: 'uuid' }),
    order_number: Type.String(),
    status: OrderStatus,
    payment_status: PaymentStatus,
    fulfilment_status: FulfilmentStatus,
    email: nullable(Type.String()),
    shipping_address: nullable(PostalAddress),
    shipping_method: nullable(Type.String()),
    lines: Type.Array(OrderLine),
    promo_codes: Type.Array(Type.String()),
    subtotal: Money,
    discount: Money,
    shipping: Money,
    tax: Money,
    tax_name: nullable(Type.String()),
    is_tax_inclusive: Type.Boolean(),
    total_price: Money,
    carrier: nullable(Type.String()),
    tracking_number: nullable(Type.String()),
    cancelled_because: nullable(Type.String()),
    /** Until when the goods are held for an order that is not paid. */
    expires_at: nullable(Type.String({ format: 'date-time' })),
    created_at: Type.String({ format: 'date-time' }),
    updated_at: Type.String({ format: 'date-time' }),
  },
  { $id: 'Order' },
);
export type Order = Static<typeof Order>;

export const OrderQuery = Type.Object(
  {
    status: Type.Optional(OrderStatus),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type OrderQuery = Static<typeof OrderQuery>;

export const OrderList = Type.Object(
  { items: Type.Array(Order), next_cursor: nullable(Type.String()) },
  { $id: 'OrderList' },
);
export type OrderList = Static<typeof OrderList>;

/** How a guest finds an order again. */
export const OrderLookup = Type.Object(
  {
    order_number: Type.String({ minLength: 3, maxLength: 20 }),
    email: Type.String({ minLength: 3, maxLength: 254 }),
  },
  { additionalProperties: false },
);
export type OrderLookup = Static<typeof OrderLookup>;

export const OrderAccess = Type.Object(
  {
    order: Order,
    access_token: Type.String({
      description: 'Opens this one order to whoever holds it: `GET /orders/ID?access=TOKEN`',
    }),
  },
  { $id: 'OrderAccess' },
);
export type OrderAccess = Static<typeof OrderAccess>;

/** The data of a server-sent event of `GET /orders/:id/events`; its id is the event's. */
export const OrderEvent = Type.Object(
  {
    event_id: Type.String(),
    kind: Type.String(),
    happened_at: Type.String({ format: 'date-time' }),
    data: Type.Record(Type.String(), Type.Unknown()),
    status: OrderStatus,
    payment_status: PaymentStatus,
    fulfilment_status: FulfilmentStatus,
  },
  { $id: 'OrderEvent' },
);
export type OrderEvent = Static<typeof OrderEvent>;

export const ShipOrder = Type.Object(
  {
    carrier: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    tracking_number: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  },
  { additionalProperties: false },
);
export type ShipOrder = Static<typeof ShipOrder>;

/** Without lines and without an amount: everything that is left. */
export const RefundOrder = Type.Object(
  {
    lines: Type.Optional(
      Type.Array(
        Type.Object(
          {
            product_id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
            quantity: Type.Integer({ minimum: 1, maximum: 999 }),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 100 },
      ),
    ),
    /** A goodwill refund: money without goods. */
    amount_minor: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
    restock: Type.Optional(Type.Boolean({ description: 'The goods go back on the shelf; default true' })),
  },
  { additionalProperties: false },
);
export type RefundOrder = Static<typeof RefundOrder>;

export const Refund = Type.Object(
  {
    refund_id: Type.String({ format: 'uuid' }),
    amount: Money,
    status: Type.Union([Type.Literal('requested'), Type.Literal('succeeded'), Type.Literal('failed')]),
  },
  { $id: 'Refund' },
);
export type Refund = Static<typeof Refund>;
