import { type Static, Type } from 'typebox';
import { Uuid } from './id.ts';
import { Moment } from './moment.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';

export const OrderStatus = Type.Union(
  [Type.Literal('Pending'), Type.Literal('Completed'), Type.Literal('Cancelled')],
  {
    $id: 'OrderStatus',
    description:
      '`Pending`: a payment, shipment or delivery is still to come. `Completed`: something was delivered, and nothing is to come. `Cancelled`: nothing was delivered, and nothing is to come',
  },
);
export type OrderStatus = Static<typeof OrderStatus>;

export const PaymentStatus = Type.Union(
  [
    Type.Literal('pending'),
    Type.Literal('action-required'),
    Type.Literal('paid'),
    Type.Literal('failed'),
    Type.Literal('cancelled'),
    Type.Literal('partly-refunded'),
    Type.Literal('refunded'),
  ],
  { $id: 'PaymentStatus', description: '`action-required`: the buyer’s bank asks for a second step' },
);
export type PaymentStatus = Static<typeof PaymentStatus>;

export const FulfilmentStatus = Type.Union(
  [
    Type.Literal('unfulfilled'),
    Type.Literal('partly-shipped'),
    Type.Literal('shipped'),
    Type.Literal('partly-delivered'),
    Type.Literal('delivered'),
    Type.Literal('returned'),
    Type.Literal('cancelled'),
  ],
  { $id: 'FulfilmentStatus', description: 'The state of the goods' },
);
export type FulfilmentStatus = Static<typeof FulfilmentStatus>;

const before = 'Null: the event is older than this field';

export const OrderEvent = Type.Object(
  {
    event_id: Type.String({ description: 'Ascending; the stream continues after the `Last-Event-ID`' }),
    kind: Type.Union(
      [
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
      ],
      { description: 'What has happened' },
    ),
    happened_at: Moment('When'),
    status: Nullable(OrderStatus, { description: `The order’s state after the event. ${before}` }),
    payment_status: Nullable(PaymentStatus, { description: `The order’s state after the event. ${before}` }),
    fulfilment_status: Nullable(FulfilmentStatus, {
      description: `The order’s state after the event. ${before}`,
    }),
    data: Type.Object(
      {
        shipment_id: Type.Optional(Uuid('For `shipped` and `delivered`')),
        refund_id: Type.Optional(Uuid('For `refund-requested`, `refunded` and `refund-failed`')),
        return_id: Type.Optional(Uuid('For events of a return')),
        amount: Type.Optional({ ...Money, description: 'For events of a refund' }),
        reason: Type.Optional(
          Type.String({ description: 'For `cancelled`; stable, for programs: `by-shopper`' }),
        ),
      },
      { description: 'Depends on the kind' },
    ),
  },
  {
    $id: 'OrderEvent',
    description:
      'An event of an order, and the order’s state after it. Also the data of a server-sent event of `GET /orders/ID/events`',
  },
);
export type OrderEvent = Static<typeof OrderEvent>;
