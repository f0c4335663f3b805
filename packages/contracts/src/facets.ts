import { type Static, Type } from 'typebox';
import { AttributeKind } from './attribute.ts';
import { Nullable } from './nullable.ts';

export const FacetValue = Type.Object(
  {
    value: Type.String({ description: 'The value to send in the parameter with the facet’s name' }),
    label: Type.String({ description: 'For people' }),
    count: Type.Integer({ minimum: 0, description: 'The number of products that it would leave' }),
  },
  { $id: 'FacetValue', description: 'One value of a filter' },
);
export type FacetValue = Static<typeof FacetValue>;

export const AttributeFacet = Type.Object(
  {
    code: Type.String({ description: 'Send `code:value` in the parameter `attribute`' }),
    label: Type.String({ description: 'For people' }),
    kind: AttributeKind,
    values: Type.Array(FacetValue, {
      description: 'Values with the most products first; sizes from the smallest',
    }),
  },
  { $id: 'AttributeFacet', description: 'The filter of one attribute' },
);
export type AttributeFacet = Static<typeof AttributeFacet>;

export const PriceBar = Type.Object(
  {
    from_minor: Type.Integer({ minimum: 0, description: 'The lowest price, in minor units' }),
    to_minor: Type.Integer({ minimum: 1, description: 'Prices are below this one, in minor units' }),
    count: Type.Integer({ minimum: 0, description: 'The number of products' }),
  },
  { $id: 'PriceBar', description: 'The products of one range of prices' },
);
export type PriceBar = Static<typeof PriceBar>;

export const Facets = Type.Object(
  {
    category: Type.Array(FacetValue, { description: 'Children of the chosen category; the value is a slug' }),
    brand: Type.Array(FacetValue, { description: 'Values with the most products first' }),
    color: Type.Array(FacetValue, { description: 'Values with the most products first' }),
    color_families: Type.Array(FacetValue, {
      description: 'The families of these colours, those with the most products first',
    }),
    attributes: Type.Array(AttributeFacet, {
      description: 'The other attributes of these products, in the shop’s order',
    }),
    rating: Type.Array(FacetValue, { description: '“4 and up”: the value is the minimum' }),
    price: Type.Object(
      {
        min_minor: Nullable(Type.Integer(), {
          description: 'The lowest price, in minor units. Null: no product is for sale',
        }),
        max_minor: Nullable(Type.Integer(), {
          description: 'The highest price, in minor units. Null: no product is for sale',
        }),
        currency: Nullable(Type.String(), { description: 'An ISO 4217 code. Null: no product is for sale' }),
        bars: Type.Array(PriceBar, {
          description:
            'A histogram: adjacent ranges of prices, from the lowest to the highest, each about one and a half times as wide as the one before. Empty: no product is for sale',
        }),
      },
      { description: 'The range of prices' },
    ),
    in_stock: Type.Integer({ minimum: 0, description: 'The number of products that can be bought' }),
    deals: Type.Integer({
      minimum: 0,
      description: 'The number of products with an announced reduction',
    }),
  },
  { $id: 'Facets', description: 'Counts for each filter, under all other filters but not its own' },
);
export type Facets = Static<typeof Facets>;
