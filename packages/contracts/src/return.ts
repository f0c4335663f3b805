import { type Static, Type } from 'typebox';
import { ProductQuantity } from './product-quantity.ts';
import { WrittenText } from './typed-text.ts';

export const ReturnStatus = Type.Union(
  [
    Type.Literal('requested'),
    Type.Literal('approved'),
    Type.Literal('refused'),
    Type.Literal('received'),
    Type.Literal('withdrawn'),
    Type.Literal('settled'),
  ],
  {
    description:
      'requested: the shop looks at it. approved: the goods may be sent. received: they are here, and a refund is under way. settled: the goods were refunded without being sent back',
  },
);
export type ReturnStatus = Static<typeof ReturnStatus>;

export const ReturnReason = Type.Union([
  Type.Literal('damaged'),
  Type.Literal('wrong-item'),
  Type.Literal('not-as-described'),
  Type.Literal('does-not-fit'),
  Type.Literal('arrived-late'),
  Type.Literal('changed-mind'),
  Type.Literal('other'),
]);
export type ReturnReason = Static<typeof ReturnReason>;

export const OrderReturn = Type.Object({
  return_id: Type.String({ format: 'uuid' }),
  status: ReturnStatus,
  reason: ReturnReason,
  note: Type.String({ description: 'What the shopper wrote about it' }),
  answer: Type.String({ description: 'What the shop said: how to send it back, or why not' }),
  lines: Type.Array(ProductQuantity),
  refund_id: Type.Union([Type.String({ format: 'uuid' }), Type.Null()], {
    description: 'The refund of a return that was received',
  }),
  requested_at: Type.String({ format: 'date-time' }),
  updated_at: Type.String({ format: 'date-time' }),
});
export type OrderReturn = Static<typeof OrderReturn>;

/** How much of a line can be sent back. */
export const Returnable = Type.Object({
  quantity: Type.Integer({ minimum: 0 }),
  until: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
    description: 'The last moment for all of them; null: none can be returned',
  }),
  refusal: Type.Union(
    [
      Type.Literal('not-delivered'),
      Type.Literal('too-late'),
      Type.Literal('being-returned'),
      Type.Literal('refunded'),
      Type.Literal('cancelled'),
      Type.Null(),
    ],
    { description: 'Why none can be returned' },
  ),
  message: Type.Union([Type.String(), Type.Null()], { description: 'The refusal, for the shopper' }),
});
export type Returnable = Static<typeof Returnable>;

export const RequestReturn = Type.Object(
  {
    lines: Type.Array(ProductQuantity, { minItems: 1, maxItems: 100 }),
    reason: ReturnReason,
    note: Type.Optional(Type.String({ maxLength: 1_000 })),
  },
  { additionalProperties: false },
);
export type RequestReturn = Static<typeof RequestReturn>;

export const ApproveReturn = Type.Object(
  { answer: Type.Optional(Type.String({ maxLength: 1_000, description: 'How to send it back' })) },
  { additionalProperties: false },
);
export type ApproveReturn = Static<typeof ApproveReturn>;

export const RefuseReturn = Type.Object(
  { answer: WrittenText(1_000, { description: 'Why, for the shopper' }) },
  { additionalProperties: false },
);
export type RefuseReturn = Static<typeof RefuseReturn>;

export const ReceiveReturn = Type.Object(
  { restock: Type.Boolean({ description: 'Whether the goods go back on sale once the money has moved' }) },
  { additionalProperties: false },
);
export type ReceiveReturn = Static<typeof ReceiveReturn>;

export const ReturnQuery = Type.Object(
  {
    status: Type.Optional(ReturnStatus),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type ReturnQuery = Static<typeof ReturnQuery>;

export const ReturnList = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        ...OrderReturn.properties,
        order_id: Type.String({ format: 'uuid' }),
        order_number: Type.String(),
      }),
    ),
    next_cursor: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'ReturnList' },
);
export type ReturnList = Static<typeof ReturnList>;
