import { type Static, Type } from 'typebox';
import { Cart } from './cart.ts';
import { AskedProductId, ProductId, Uuid } from './id.ts';
import { Money } from './money.ts';
import { RefundStatus } from './order.ts';
import { ProductQuantity } from './product-quantity.ts';

export const ShipOrder = Type.Object(
  {
    carrier: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'The carrier’s name' })),
    tracking_number: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'The carrier’s tracking number' }),
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
      Type.Array(ProductQuantity, { minItems: 1, maxItems: 100, description: 'The contents of the parcel' }),
    ),
    all: Type.Optional(Type.Literal(true, { description: 'Ships everything that can be shipped' })),
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
                description: 'Which units. Default: unshipped units first',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 100, description: 'The refunded goods' },
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
          description:
            'Money without goods. If it is all that is left, the order ends, and unshipped goods are not sent',
        },
      ),
    ),
    all: Type.Optional(
      Type.Literal(true, { description: 'Refunds everything that is left, goods and money' }),
    ),
    reason: Type.String({ minLength: 1, maxLength: 500, description: 'The reason, for the shop’s books' }),
    restock: Type.Optional(
      Type.Boolean({
        description:
          'Whether the goods go back into stock when the money has moved. Default: unshipped goods do, shipped goods do not. True: the shipped goods are back',
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
    refund_id: Uuid('The id of the refund'),
    amount: { ...Money, description: 'The refunded amount' },
    status: RefundStatus,
  },
  { $id: 'Refund', description: 'A requested refund' },
);
export type Refund = Static<typeof Refund>;

export const BuyAgain = Type.Object(
  {
    product_ids: Type.Optional(
      Type.Array(AskedProductId, {
        minItems: 1,
        maxItems: 100,
        description: 'Default: everything that was ordered',
      }),
    ),
  },
  { $id: 'BuyAgain', additionalProperties: false, examples: [{ product_ids: [1] }] },
);
export type BuyAgain = Static<typeof BuyAgain>;

const BoughtAgain = Type.Object({
  product_id: ProductId,
  title: Type.String({ description: 'The product’s title' }),
  quantity: Type.Integer({ minimum: 1, description: 'The quantity' }),
});

export const BuyAgainAnswer = Type.Object(
  {
    cart: Cart,
    added: Type.Array(BoughtAgain, { description: 'What was added to the cart' }),
    left_out: Type.Array(
      Type.Object({
        ...BoughtAgain.properties,
        reason: Type.String({ description: 'Stable, for programs: `out-of-stock`' }),
        message: Type.String({ description: 'For the shopper' }),
      }),
      { description: 'What can no longer be bought' },
    ),
  },
  { $id: 'BuyAgainAnswer' },
);
export type BuyAgainAnswer = Static<typeof BuyAgainAnswer>;
