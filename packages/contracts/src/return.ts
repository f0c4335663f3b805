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
      '`requested`: the shop has to decide. `approved`: the shopper may send the goods. `received`: they are back, and a refund was requested. `settled`: the goods were refunded without being sent back',
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
  { $id: 'ReturnReason', description: 'The shopper’s reason' },
);
export type ReturnReason = Static<typeof ReturnReason>;

const ofReturn = {
  return_id: Uuid('The id of the return'),
  status: ReturnStatus,
  reason: ReturnReason,
  note: Type.String({ description: 'The shopper’s note' }),
  answer: Type.String({ description: 'The shop’s answer: how to send it back, or why not' }),
  lines: Type.Array(ProductQuantity, { description: 'The goods to send back' }),
  refund_id: Nullable(Uuid('The id of the refund'), {
    description: 'The refund of a received return. Otherwise null',
  }),
  requested_at: Moment('When it was requested'),
  updated_at: Moment('When its status last changed'),
};

export const OrderReturn = Type.Object(ofReturn, {
  $id: 'OrderReturn',
  description: 'Delivered goods that a shopper asks to send back',
});
export type OrderReturn = Static<typeof OrderReturn>;

export const Returnable = Type.Object(
  {
    quantity: Type.Integer({ minimum: 0, description: 'The quantity that can be returned' }),
    until: Nullable(Moment('The deadline for all of them. Null: none can be returned')),
    refusal: Type.Union(
      [
        Type.Literal('not-delivered'),
        Type.Literal('too-late'),
        Type.Literal('being-returned'),
        Type.Literal('refunded'),
        Type.Literal('cancelled'),
        Type.Null(),
      ],
      { description: 'Why none can be returned. Null: some can be returned' },
    ),
    message: Nullable(Type.String(), {
      description: 'The refusal, for the shopper. Null: some can be returned',
    }),
  },
  { $id: 'Returnable', description: 'What of a line can be sent back' },
);
export type Returnable = Static<typeof Returnable>;

export const RequestReturn = Type.Object(
  {
    lines: Type.Array(ProductQuantity, { minItems: 1, maxItems: 100, description: 'The goods to send back' }),
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
      Type.String({ maxLength: 1_000, description: 'How to send it back. Default: to the shop’s address' }),
    ),
  },
  { $id: 'ApproveReturn', additionalProperties: false, examples: [{ answer: 'Send it to our warehouse' }] },
);
export type ApproveReturn = Static<typeof ApproveReturn>;

export const RefuseReturn = Type.Object(
  { answer: WrittenText(1_000, { description: 'The reason, for the shopper' }) },
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
        order_id: Uuid('Of the order to which it belongs'),
        order_number: Type.String({ description: 'Of the order to which it belongs' }),
      }),
      { description: 'The oldest first' },
    ),
    next_cursor: NextCursor,
  },
  { $id: 'ReturnList' },
);
export type ReturnList = Static<typeof ReturnList>;
