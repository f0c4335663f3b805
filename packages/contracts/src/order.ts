import { type Static, Type } from 'typebox';
import { PostalAddress } from './address.ts';
import { Cart } from './cart.ts';
import { Money } from './money.ts';
import { DeliveryDates } from './pricing.ts';
import { ProductQuantity } from './product-quantity.ts';
import { OrderReturn, Returnable } from './return.ts';
import { KnownEmail } from './typed-text.ts';

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
  Type.Literal('partly-shipped'),
  Type.Literal('shipped'),
  Type.Literal('partly-delivered'),
  Type.Literal('delivered'),
  Type.Literal('returned'),
  Type.Literal('cancelled'),
]);
export type FulfilmentStatus = Static<typeof FulfilmentStatus>;

export const OrderLine = Type.Object({
  product_id: Type.Integer({ minimum: 1 }),
  title: Type.String(),
  quantity: Type.Integer({ minimum: 1 }),
  shipped_quantity: Type.Integer({ minimum: 0, description: 'In shipments, on their way or delivered' }),
  unshipped_quantity: Type.Integer({ minimum: 0, description: 'Still to be sent' }),
  refunding_quantity: Type.Integer({ minimum: 0, description: 'In refunds that are under way' }),
  refunded_quantity: Type.Integer({ minimum: 0, description: 'Taken out of the order by refunds' }),
  unit_price: Money,
  subtotal: Type.Object(Money.properties, {
    additionalProperties: false,
    description: 'Before discounts, and tax that is added',
  }),
  discount: Money,
  tax: Money,
  total: Money,
  image_url: nullable(Type.String()),
  product_available: Type.Boolean({ description: 'Whether the product still has a page' }),
  returnable: Returnable,
});
export type OrderLine = Static<typeof OrderLine>;

export const Shipment = Type.Object({
  shipment_id: Type.String({ format: 'uuid' }),
  carrier: nullable(Type.String()),
  tracking_number: nullable(Type.String()),
  shipped_at: Type.String({ format: 'date-time' }),
  delivered_at: nullable(Type.String({ format: 'date-time', description: 'Null while it is on its way' })),
  lines: Type.Array(ProductQuantity),
});
export type Shipment = Static<typeof Shipment>;

export const RefundStatus = Type.Union(
  [Type.Literal('requested'), Type.Literal('succeeded'), Type.Literal('failed')],
  {
    description:
      'requested: the money is on its way. failed: it did not arrive, or the bank sent it back later, and is owed',
  },
);
export type RefundStatus = Static<typeof RefundStatus>;

export const OrderRefund = Type.Object({
  refund_id: Type.String({ format: 'uuid' }),
  amount: Money,
  status: RefundStatus,
  requested_at: Type.String({ format: 'date-time' }),
  updated_at: Type.String({ format: 'date-time' }),
  lines: Type.Array(ProductQuantity, { description: 'The goods that it is about; none: money alone' }),
});
export type OrderRefund = Static<typeof OrderRefund>;

/** Something that happened to an order. Also the data of a server-sent event of `GET /orders/:id/events`. */
export const OrderEvent = Type.Object({
  event_id: Type.String({ description: 'Grows; `Last-Event-ID` of the stream goes on after it' }),
  kind: Type.Union([
    Type.Literal('placed'),
    Type.Literal('payment-action-required'),
    Type.Literal('paid'),
    Type.Literal('payment-failed'),
    Type.Literal('cancelled'),
    Type.Literal('shipped'),
    Type.Literal('delivered'),
    Type.Literal('completed'),
    Type.Literal('refund-requested'),
    Type.Literal('refunded'),
    Type.Literal('refund-failed'),
    Type.Literal('returned'),
    Type.Literal('return-requested'),
    Type.Literal('return-approved'),
    Type.Literal('return-refused'),
    Type.Literal('return-withdrawn'),
    Type.Literal('return-received'),
    Type.Literal('return-settled'),
  ]),
  happened_at: Type.String({ format: 'date-time' }),
  data: Type.Object({
    shipment_id: Type.Optional(Type.String({ description: 'Of shipped and delivered' })),
    refund_id: Type.Optional(Type.String({ description: 'Of refund-requested, refunded and refund-failed' })),
    return_id: Type.Optional(Type.String({ description: 'Of the kinds of a return' })),
    amount: Type.Optional(Money),
    reason: Type.Optional(Type.String({ description: 'Of cancelled' })),
  }),
});
export type OrderEvent = Static<typeof OrderEvent>;

export const OrderCancellation = Type.Object({
  scope: Type.Union([Type.Literal('order'), Type.Literal('rest'), Type.Null()], {
    description: '`rest`: what is not sent yet. Null: nothing can be cancelled',
  }),
  message: nullable(Type.String({ description: 'Why nothing can be cancelled, for the shopper' })),
});
export type OrderCancellation = Static<typeof OrderCancellation>;

export const Order = Type.Object(
  {
    order_id: Type.String({ format: 'uuid' }),
    order_number: Type.String(),
    status: OrderStatus,
    status_text: Type.String({ description: 'How the order is, for the shopper' }),
    payment_status: PaymentStatus,
    fulfilment_status: FulfilmentStatus,
    email: nullable(Type.String()),
    is_guest: Type.Boolean({ description: 'Placed without an account, and not in one since' }),
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
    carrier: nullable(Type.String({ description: 'Of the newest of the shipments' })),
    tracking_number: nullable(Type.String({ description: 'Of the newest of the shipments' })),
    shipments: Type.Array(Shipment),
    refunds: Type.Array(OrderRefund),
    returns: Type.Array(OrderReturn),
    delivery_estimate: nullable(DeliveryDates),
    cancellation: OrderCancellation,
    payment_action_url: nullable(
      Type.String({ description: 'Where the buyer’s bank asks for a second step; null: it does not' }),
    ),
    invoice: nullable(
      Type.Object({ number: Type.String(), issued_at: Type.String({ format: 'date-time' }) }),
    ),
    history: Type.Array(OrderEvent),
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

/** Of the caller's own orders. */
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
  { items: Type.Array(Order), next_cursor: nullable(Type.String()) },
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
    email: KnownEmail,
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

export const ShipOrder = Type.Object(
  {
    carrier: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    tracking_number: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  },
  { additionalProperties: false },
);
export type ShipOrder = Static<typeof ShipOrder>;

/** Exactly one of `lines` and `all`. */
export const CreateShipment = Type.Object(
  {
    lines: Type.Optional(Type.Array(ProductQuantity, { minItems: 1, maxItems: 100 })),
    all: Type.Optional(Type.Literal(true, { description: 'Everything that can be shipped' })),
    ...ShipOrder.properties,
  },
  { additionalProperties: false },
);
export type CreateShipment = Static<typeof CreateShipment>;

/** Exactly one of `lines`, `amount` and `all`. */
export const RefundOrder = Type.Object(
  {
    lines: Type.Optional(
      Type.Array(
        Type.Object(
          {
            ...ProductQuantity.properties,
            units: Type.Optional(
              Type.Union([Type.Literal('unshipped'), Type.Literal('shipped')], {
                description: 'Which units; without it those that are not shipped first',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 100 },
      ),
    ),
    amount: Type.Optional(
      Type.Object(
        { ...Money.properties, amount_minor: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) },
        {
          additionalProperties: false,
          description: 'Money without goods. All that is left ends the order: what is not shipped stays here',
        },
      ),
    ),
    all: Type.Optional(Type.Literal(true, { description: 'Everything that is left, goods and money' })),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
    restock: Type.Optional(
      Type.Boolean({
        description:
          'Whether the goods go back on the shelf when the money has moved. Without it: unshipped ones do, shipped ones do not. True: the shipped ones are here again',
      }),
    ),
  },
  { additionalProperties: false },
);
export type RefundOrder = Static<typeof RefundOrder>;

export const Refund = Type.Object(
  { refund_id: Type.String({ format: 'uuid' }), amount: Money, status: RefundStatus },
  { $id: 'Refund' },
);
export type Refund = Static<typeof Refund>;

export const BuyAgain = Type.Object(
  {
    product_ids: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 2_147_483_647 }), {
        minItems: 1,
        maxItems: 100,
        description: 'Without it: everything that was ordered',
      }),
    ),
  },
  { additionalProperties: false },
);
export type BuyAgain = Static<typeof BuyAgain>;

const BoughtAgain = Type.Object({
  product_id: Type.Integer({ minimum: 1 }),
  title: Type.String(),
  quantity: Type.Integer({ minimum: 1 }),
});

export const BuyAgainAnswer = Type.Object(
  {
    cart: Cart,
    added: Type.Array(BoughtAgain, { description: 'What is in the cart now that was not' }),
    left_out: Type.Array(
      Type.Object({
        ...BoughtAgain.properties,
        reason: Type.String({ description: 'Stable, for programs: `out-of-stock`' }),
        message: Type.String({ description: 'For the shopper' }),
      }),
    ),
  },
  { $id: 'BuyAgainAnswer' },
);
export type BuyAgainAnswer = Static<typeof BuyAgainAnswer>;
