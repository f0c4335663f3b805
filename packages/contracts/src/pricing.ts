import { type Static, Type } from 'typebox';
import { Money } from './money.ts';
import { CountryCode, CurrencyCode } from './typed-text.ts';

/** Calendar days in UTC, both included. */
export const DeliveryDates = Type.Object({
  from: Type.String({ format: 'date' }),
  to: Type.String({ format: 'date' }),
});
export type DeliveryDates = Static<typeof DeliveryDates>;

export const ShippingMethod = Type.Object(
  {
    shipping_method_id: Type.String(),
    name: Type.String(),
    description: Type.String(),
    price: Money,
    free_from: Type.Union([Money, Type.Null()], {
      description: 'Free when the goods, after discounts, come to this',
    }),
    min_days: Type.Integer({ minimum: 0 }),
    max_days: Type.Integer({ minimum: 0 }),
    delivery: Type.Object(DeliveryDates.properties, {
      description: 'When it would be there, if it were ordered now; weekends are left out',
    }),
    countries: Type.Array(Type.String(), {
      description: 'Where it goes, by ISO 3166 code; empty: everywhere',
    }),
  },
  { $id: 'ShippingMethod' },
);
export type ShippingMethod = Static<typeof ShippingMethod>;

export const ShippingMethodList = Type.Object(
  { items: Type.Array(ShippingMethod) },
  { $id: 'ShippingMethodList' },
);
export type ShippingMethodList = Static<typeof ShippingMethodList>;

export const ShippingMethodQuery = Type.Object(
  {
    country: Type.Optional(CountryCode),
    currency: Type.Optional(CurrencyCode),
  },
  { additionalProperties: false },
);
export type ShippingMethodQuery = Static<typeof ShippingMethodQuery>;

export const PromoRefusal = Type.Object({
  code: Type.String(),
  reason: Type.Union([
    Type.Literal('unknown-code'),
    Type.Literal('not-active'),
    Type.Literal('not-started'),
    Type.Literal('expired'),
    Type.Literal('used-up'),
    Type.Literal('used-up-by-you'),
    Type.Literal('other-currency'),
    Type.Literal('minimum-spend'),
    Type.Literal('not-combinable'),
  ]),
  message: Type.String({ description: 'For the shopper' }),
  minimum: Type.Union([Money, Type.Null()], { description: 'The spend that `minimum-spend` asks for' }),
  missing: Type.Union([Money, Type.Null()], { description: 'To the minimum spend' }),
});
export type PromoRefusal = Static<typeof PromoRefusal>;

/** Of a cart, a checkout and an order. */
export const PriceBreakdown = Type.Object(
  {
    subtotal: Money,
    /** Off the goods. */
    discount: Money,
    shipping: Type.Union([Money, Type.Null()], { description: 'Null: no way of sending is chosen yet' }),
    tax: Type.Union([Money, Type.Null()], {
      description: 'All of it, the shipping’s too. Null: not known yet, or none',
    }),
    tax_name: Type.Union([Type.String(), Type.Null()]),
    is_tax_inclusive: Type.Boolean({ description: 'Prices and total hold the tax; otherwise it is added' }),
    /** Of what is known so far. */
    total: Money,
    applied: Type.Array(Type.Object({ code: Type.String(), amount: Money }), {
      description: 'What each code takes off the goods or, free shipping, off the shipping',
    }),
    refused: Type.Array(PromoRefusal),
  },
  { $id: 'PriceBreakdown' },
);
export type PriceBreakdown = Static<typeof PriceBreakdown>;
