import { type Static, Type } from 'typebox';
import { Uuid } from './id.ts';
import { Moment } from './moment.ts';
import { Nullable } from './nullable.ts';
import { Cursor, Limit, NextCursor } from './paging.ts';
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
    $id: 'ReturnStatus',
    description:
      '`requested`: the shop looks at it. `approved`: the goods may be sent. `received`: they are here, and a refund is under way. `settled`: the goods were refunded without being sent back',
  },
);
export type ReturnStatus = Static<typeof ReturnStatus>;

export const ReturnReason = Type.Union(
  [
    Type.Literal('damaged'),
    Type.Literal('wrong-item'),
    Type.Literal('not-as-described'),
    Type.Literal('does-not-fit'),
    Type.Literal('arrived-late'),
    Type.Literal('changed-mind'),
    Type.Literal('other'),
  ],
  { $id: 'ReturnReason', description: 'Why the shopper sends it back' },
);
export type ReturnReason = Static<typeof ReturnReason>;

const ofReturn = {
  return_id: Uuid('Names the return'),
  status: ReturnStatus,
  reason: ReturnReason,
  note: Type.String({ description: 'What the shopper wrote about it' }),
  answer: Type.String({ description: 'What the shop said: how to send it back, or why not' }),
  lines: Type.Array(ProductQuantity, { description: 'What is sent back' }),
  refund_id: Nullable(Uuid('Names the refund'), {
    description: 'The refund of a return that was received. Else null',
  }),
  requested_at: Moment('When it was asked for'),
  updated_at: Moment('When its status last changed'),
};

export const OrderReturn = Type.Object(ofReturn, {
  $id: 'OrderReturn',
  description: 'Delivered goods that a shopper asks to send back',
});
export type OrderReturn = Static<typeof OrderReturn>;

export const Returnable = Type.Object(
  {
    quantity: Type.Integer({ minimum: 0, description: 'How many can be returned' }),
    until: Nullable(Moment('The last moment for all of them. Null: none can be returned')),
    refusal: Type.Union(
      [
        Type.Literal('not-delivered'),
        Type.Literal('too-late'),
        Type.Literal('being-returned'),
        Type.Literal('refunded'),
        Type.Literal('cancelled'),
        Type.Null(),
      ],
      { description: 'Why none can be returned. Null: some can' },
    ),
    message: Nullable(Type.String(), { description: 'The refusal, for the shopper. Null: some can' }),
  },
  { $id: 'Returnable', description: 'How much of a line can be sent back' },
);
export type Returnable = Static<typeof Returnable>;

export const RequestReturn = Type.Object(
  {
    lines: Type.Array(ProductQuantity, { minItems: 1, maxItems: 100, description: 'What is sent back' }),
    reason: ReturnReason,
    note: Type.Optional(Type.String({ maxLength: 1_000, description: 'In the shopper’s words' })),
  },
  {
    $id: 'RequestReturn',
    additionalProperties: false,
    examples: [{ lines: [{ product_id: 1, quantity: 1 }], reason: 'damaged', note: 'The glass is broken' }],
  },
);
export type RequestReturn = Static<typeof RequestReturn>;

export const ApproveReturn = Type.Object(
  {
    answer: Type.Optional(
      Type.String({ maxLength: 1_000, description: 'How to send it back; left out: to the shop’s address' }),
    ),
  },
  { $id: 'ApproveReturn', additionalProperties: false, examples: [{ answer: 'Send it to our warehouse' }] },
);
export type ApproveReturn = Static<typeof ApproveReturn>;

export const RefuseReturn = Type.Object(
  { answer: WrittenText(1_000, { description: 'Why, for the shopper' }) },
  { $id: 'RefuseReturn', additionalProperties: false, examples: [{ answer: 'It was used' }] },
);
export type RefuseReturn = Static<typeof RefuseReturn>;

export const ReceiveReturn = Type.Object(
  { restock: Type.Boolean({ description: 'Whether the goods go back on sale once the money has moved' }) },
  { $id: 'ReceiveReturn', additionalProperties: false, examples: [{ restock: true }] },
);
export type ReceiveReturn = Static<typeof ReceiveReturn>;

export const ReturnQuery = Type.Object(
  {
    status: Type.Optional({ ...ReturnStatus, description: 'Only returns of this status' }),
    limit: Limit(50, 20),
    cursor: Cursor(),
  },
  { additionalProperties: false },
);
export type ReturnQuery = Static<typeof ReturnQuery>;

export const ReturnList = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        ...ofReturn,
        order_id: Uuid('Of the order that it belongs to'),
        order_number: Type.String({ description: 'Of the order that it belongs to' }),
      }),
      { description: 'The oldest first' },
    ),
    next_cursor: NextCursor,
  },
  { $id: 'ReturnList' },
);
export type ReturnList = Static<typeof ReturnList>;
