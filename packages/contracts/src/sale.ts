import { type Static, Type } from 'typebox';
import { ProductId } from './id.ts';
import { AskedMoment, Moment } from './moment.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';
import { CurrencyCode } from './typed-text.ts';

export const Sale = Type.Object(
  {
    regular_price: Money,
    lowest_recent_price: Money,
    percent_off: Type.Integer({
      minimum: 1,
      maximum: 100,
      description: 'The reduction from `lowest_recent_price`, rounded down',
    }),
    ends_at: Nullable(Moment('When the price ends. Null: no end is planned')),
  },
  {
    $id: 'Sale',
    description:
      'An announced reduction: `price` is the sale price, `regular_price` the price without the sale, and `lowest_recent_price` the lowest price of the 30 days before the sale began',
  },
);
export type Sale = Static<typeof Sale>;

export const SaleContent = Type.Object(
  {
    price: Type.Object(
      {
        amount_minor: Type.Integer({
          minimum: 1,
          maximum: 2_147_483_647,
          description: 'In minor units; below the regular price',
        }),
        currency: CurrencyCode,
      },
      { additionalProperties: false, description: 'In the currency of the product’s price' },
    ),
    starts_at: Type.Optional(AskedMoment('When it begins. Default: now')),
    ends_at: Type.Optional(Nullable(AskedMoment('When it ends. Null or missing: no end is planned'))),
  },
  {
    $id: 'SaleContent',
    additionalProperties: false,
    description: 'A price for a while',
    examples: [
      {
        price: { amount_minor: 100, currency: 'USD' },
        starts_at: '2099-11-27T00:00:00.000Z',
        ends_at: '2099-12-04T00:00:00.000Z',
      },
    ],
  },
);
export type SaleContent = Static<typeof SaleContent>;

export const ProductSale = Type.Object(
  {
    sale_id: Type.Integer({ minimum: 1, description: 'The id of the sale' }),
    product_id: ProductId,
    price: Money,
    starts_at: Moment('When it begins'),
    ends_at: Nullable(Moment('When it ends. Null: no end is planned')),
    state: Type.Union(
      [Type.Literal('planned'), Type.Literal('on'), Type.Literal('without-effect'), Type.Literal('ended')],
      {
        description:
          '`without-effect`: the sale is on, but its price is not below the regular price in the same currency, or the product is not for sale',
      },
    ),
    lowest_recent_price: Nullable(Money, {
      description:
        'The lowest price of the 30 days before the sale began. Null: it has not begun, or the product had no price then',
    }),
    percent_off: Nullable(Type.Integer({ minimum: 1, maximum: 100 }), {
      description:
        'The reduction that the shop announces now. Null: none, because the sale is not in effect or its price is not below the lowest recent price',
    }),
  },
  { $id: 'ProductSale', description: 'A planned, current or past sale of a product' },
);
export type ProductSale = Static<typeof ProductSale>;

export const ProductSaleList = Type.Object(
  { items: Type.Array(ProductSale, { description: 'The latest first, at most 100' }) },
  { $id: 'ProductSaleList' },
);
export type ProductSaleList = Static<typeof ProductSaleList>;
