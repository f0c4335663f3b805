import { type Static, Type } from 'typebox';
import { Day } from './moment.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';
import { CountryCode, CurrencyCode } from './typed-text.ts';

export const DeliveryDates = Type.Object(
  { from: Day('Not before'), to: Day('Not after') },
  { $id: 'DeliveryDates', description: 'Calendar days in UTC, both included' },
);
export type DeliveryDates = Static<typeof DeliveryDates>;

export const ShippingMethod = Type.Object(
  {
    shipping_method_id: Type.String({ description: 'Names the way of sending' }),
    name: Type.String({ description: 'For the shopper' }),
    description: Type.String({ description: 'For the shopper' }),
    price: { ...Money, description: 'What it costs' },
    free_from: Nullable(Money, {
      description: 'Free when the goods, after discounts, come to this. Null: never',
    }),
    min_days: Type.Integer({ minimum: 0, description: 'Business days, at least' }),
    max_days: Type.Integer({ minimum: 0, description: 'Business days, at most' }),
    delivery: {
      ...DeliveryDates,
      description: 'When it would be there, if it were ordered now; weekends are left out',
    },
    countries: Type.Array(Type.String(), {
      description: 'Where it goes, by ISO 3166 code; empty: everywhere',
    }),
  },
  { $id: 'ShippingMethod', description: 'A way of sending' },
);
export type ShippingMethod = Static<typeof ShippingMethod>;

export const ShippingMethodList = Type.Object(
  { items: Type.Array(ShippingMethod, { description: 'The cheapest first' }) },
  { $id: 'ShippingMethodList' },
);
export type ShippingMethodList = Static<typeof ShippingMethodList>;

export const ShippingMethodQuery = Type.Object(
  {
    country: Type.Optional({ ...CountryCode, description: 'Only those that go there' }),
    currency: Type.Optional({ ...CurrencyCode, description: 'Only those with a price in it' }),
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
      { description: 'Why it does not count' },
    ),
    message: Type.String({ description: 'For the shopper' }),
    minimum: Nullable(Money, { description: 'The spend that `minimum-spend` asks for. Else null' }),
    missing: Nullable(Money, { description: 'To the minimum spend. Else null' }),
  },
  { $id: 'PromoRefusal', description: 'A promo code that does not count now' },
);
export type PromoRefusal = Static<typeof PromoRefusal>;

export const PriceBreakdown = Type.Object(
  {
    subtotal: { ...Money, description: 'The goods, before discounts and tax that is added' },
    discount: { ...Money, description: 'What codes take off the goods' },
    shipping: Nullable(Money, { description: 'Null: no way of sending is chosen yet' }),
    tax: Nullable(Money, {
      description: 'All of it, the shipping’s too. Null: not known yet, or none',
    }),
    tax_name: Nullable(Type.String(), { description: 'Such as “VAT”. Null: not known yet, or none' }),
    is_tax_inclusive: Type.Boolean({ description: 'Prices and total hold the tax; otherwise it is added' }),
    total_price: { ...Money, description: 'What it all costs, as far as that is known' },
    applied: Type.Array(
      Type.Object({
        code: Type.String({ description: 'The promo code' }),
        amount: { ...Money, description: 'What it takes off' },
      }),
      { description: 'What each code takes off the goods or, free shipping, off the shipping' },
    ),
    refused: Type.Array(PromoRefusal, { description: 'Codes that do not count now' }),
  },
  { $id: 'PriceBreakdown', description: 'What the price of a cart or a checkout is made of' },
);
export type PriceBreakdown = Static<typeof PriceBreakdown>;
