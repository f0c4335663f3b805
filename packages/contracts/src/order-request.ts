import { type Static, Type } from 'typebox';
import { Cart } from './cart.ts';
import { AskedProductId, ProductId, Uuid } from './id.ts';
import { Money } from './money.ts';
import { RefundStatus } from './order.ts';
import { ProductQuantity } from './product-quantity.ts';

export const ShipOrder = Type.Object(
  {
    carrier: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Who brings it' })),
    tracking_number: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'The carrier’s' }),
    ),
  },
  {
    $id: 'ShipOrder',
    additionalProperties: false,
    examples: [{ carrier: 'DHL', tracking_number: '00340434161094042557' }],
  },
);
export type ShipOrder = Static<typeof ShipOrder>;

export const CreateShipment = Type.Object(
  {
    lines: Type.Optional(
      Type.Array(ProductQuantity, { minItems: 1, maxItems: 100, description: 'What is in the parcel' }),
    ),
    all: Type.Optional(Type.Literal(true, { description: 'Everything that can be shipped' })),
    ...ShipOrder.properties,
  },
  {
    $id: 'CreateShipment',
    additionalProperties: false,
    description: 'Exactly one of `lines` and `all`',
    examples: [{ all: true, carrier: 'DHL', tracking_number: '00340434161094042557' }],
  },
);
export type CreateShipment = Static<typeof CreateShipment>;

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
        { minItems: 1, maxItems: 100, description: 'The goods that are refunded' },
      ),
    ),
    amount: Type.Optional(
      Type.Object(
        {
          ...Money.properties,
          amount_minor: Type.Integer({
            minimum: 1,
            maximum: Number.MAX_SAFE_INTEGER,
            description: 'A whole number of the currency’s minor unit',
          }),
        },
        {
          additionalProperties: false,
          description: 'Money without goods. All that is left ends the order: what is not shipped stays here',
        },
      ),
    ),
    all: Type.Optional(Type.Literal(true, { description: 'Everything that is left, goods and money' })),
    reason: Type.String({ minLength: 1, maxLength: 500, description: 'Why, for the shop’s books' }),
    restock: Type.Optional(
      Type.Boolean({
        description:
          'Whether the goods go back on the shelf when the money has moved. Without it: unshipped ones do, shipped ones do not. True: the shipped ones are here again',
      }),
    ),
  },
  {
    $id: 'RefundOrder',
    additionalProperties: false,
    description: 'Exactly one of `lines`, `amount` and `all`',
    examples: [{ lines: [{ product_id: 1, quantity: 1 }], reason: 'Scratched' }],
  },
);
export type RefundOrder = Static<typeof RefundOrder>;

export const Refund = Type.Object(
  {
    refund_id: Uuid('Names the refund'),
    amount: { ...Money, description: 'What goes back' },
    status: RefundStatus,
  },
  { $id: 'Refund', description: 'A refund that was asked for' },
);
export type Refund = Static<typeof Refund>;

export const BuyAgain = Type.Object(
  {
    product_ids: Type.Optional(
      Type.Array(AskedProductId, {
        minItems: 1,
        maxItems: 100,
        description: 'Without it: everything that was ordered',
      }),
    ),
  },
  { $id: 'BuyAgain', additionalProperties: false, examples: [{ product_ids: [1] }] },
);
export type BuyAgain = Static<typeof BuyAgain>;

const BoughtAgain = Type.Object({
  product_id: ProductId,
  title: Type.String({ description: 'Of the product' }),
  quantity: Type.Integer({ minimum: 1, description: 'How many of it' }),
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
      { description: 'What cannot be bought any more' },
    ),
  },
  { $id: 'BuyAgainAnswer' },
);
export type BuyAgainAnswer = Static<typeof BuyAgainAnswer>;
