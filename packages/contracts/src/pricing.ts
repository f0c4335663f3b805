import { type Static, Type } from 'typebox';
import { Day } from './moment.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';
import { CountryCode, CurrencyCode } from './typed-text.ts';

export const DeliveryDates = Type.Object(
  { from: Day('The first day'), to: Day('The last day') },
  { $id: 'DeliveryDates', description: 'Calendar days in UTC, both included' },
);
export type DeliveryDates = Static<typeof DeliveryDates>;

export const ShippingMethod = Type.Object(
  {
    shipping_method_id: Type.String({ description: 'The id of the shipping method' }),
    name: Type.String({ description: 'For the shopper' }),
    description: Type.String({ description: 'For the shopper' }),
    price: { ...Money, description: 'The price' },
    free_from: Nullable(Money, {
      description: 'Shipping is free if the goods, after discounts, cost at least this. Null: never free',
    }),
    min_days: Type.Integer({ minimum: 0, description: 'Business days, at least' }),
    max_days: Type.Integer({ minimum: 0, description: 'Business days, at most' }),
    delivery: {
      ...DeliveryDates,
      description: 'When it would arrive if ordered now, without weekends',
    },
    countries: Type.Array(Type.String(), {
      description: 'Destinations by ISO 3166 code. Empty: everywhere',
    }),
  },
  { $id: 'ShippingMethod', description: 'A shipping method' },
);
export type ShippingMethod = Static<typeof ShippingMethod>;

export const ShippingMethodList = Type.Object(
  { items: Type.Array(ShippingMethod, { description: 'The cheapest first' }) },
  { $id: 'ShippingMethodList' },
);
export type ShippingMethodList = Static<typeof ShippingMethodList>;

export const ShippingMethodQuery = Type.Object(
  {
    country: Type.Optional({ ...CountryCode, description: 'Only methods that ship there' }),
    currency: Type.Optional({ ...CurrencyCode, description: 'Only methods with a price in this currency' }),
  },
  { additionalProperties: false },
);
export type ShippingMethodQuery = Static<typeof ShippingMethodQuery>;

export const PromoRefusal = Type.Object(
  {
    code: Type.String({ description: 'The promo code' }),
    reason: Type.Union(
      [
        Type.Literal('unknown-code'),
        Type.Literal('not-active'),
        Type.Literal('not-started'),
        Type.Literal('expired'),
        Type.Literal('used-up'),
        Type.Literal('used-up-by-you'),
        Type.Literal('other-currency'),
        Type.Literal('minimum-spend'),
        Type.Literal('not-combinable'),
      ],
      { description: 'Why the code does not count' },
    ),
    message: Type.String({ description: 'For the shopper' }),
    minimum: Nullable(Money, { description: 'The spend that `minimum-spend` requires. Otherwise null' }),
    missing: Nullable(Money, { description: 'What is missing to the minimum spend. Otherwise null' }),
  },
  { $id: 'PromoRefusal', description: 'A promo code that does not count now' },
);
export type PromoRefusal = Static<typeof PromoRefusal>;

export const PriceBreakdown = Type.Object(
  {
    subtotal: { ...Money, description: 'The goods, before discounts and before tax that is added' },
    discount: { ...Money, description: 'The discount on the goods by codes' },
    shipping: Nullable(Money, { description: 'Null: no shipping method is chosen yet' }),
    tax: Nullable(Money, {
      description: 'The whole tax, including that on shipping. Null: unknown yet, or none',
    }),
    tax_name: Nullable(Type.String(), { description: 'Such as “VAT”. Null: unknown yet, or none' }),
    is_tax_inclusive: Type.Boolean({
      description: 'Whether prices and total include the tax; otherwise it is added',
    }),
    total_price: { ...Money, description: 'The total, as far as it is known' },
    applied: Type.Array(
      Type.Object({
        code: Type.String({ description: 'The promo code' }),
        amount: { ...Money, description: 'The discount by this code' },
      }),
      { description: 'The discount by each code, on the goods or, for free shipping, on the shipping' },
    ),
    refused: Type.Array(PromoRefusal, { description: 'Codes that do not count now' }),
  },
  { $id: 'PriceBreakdown', description: 'The components of the price of a cart or a checkout' },
);
export type PriceBreakdown = Static<typeof PriceBreakdown>;
