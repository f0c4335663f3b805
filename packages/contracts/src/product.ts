import { type Static, Type } from 'typebox';
import { CategoryRef } from './category.ts';
import { Money } from './money.ts';

export const Availability = Type.Union(
  [
    Type.Literal('in_stock'),
    Type.Literal('low_stock'),
    Type.Literal('out_of_stock'),
    Type.Literal('not_for_sale'),
  ],
  { description: '`not_for_sale`: the product has no price; it is shown and cannot be bought' },
);
export type Availability = Static<typeof Availability>;

const summary = {
  product_id: Type.Integer({ minimum: 1 }),
  parent_asin: Type.String(),
  title: Type.String(),
  brand: Type.Union([Type.String(), Type.Null()]),
  price: Type.Union([Money, Type.Null()]),
  average_rating: Type.Union([Type.Number({ minimum: 1, maximum: 5 }), Type.Null()]),
  rating_count: Type.Integer({ minimum: 0 }),
  availability: Availability,
  image_url: Type.Union([Type.String(), Type.Null()]),
};

/** What a card in a grid or on a shelf shows. */
export const ProductSummary = Type.Object(summary, { $id: 'ProductSummary' });
export type ProductSummary = Static<typeof ProductSummary>;

export const ProductImage = Type.Object({
  url: Type.String(),
  large_url: Type.String(),
  alt: Type.String(),
});
export type ProductImage = Static<typeof ProductImage>;

export const Product = Type.Object(
  {
    ...summary,
    description: Type.String(),
    features: Type.Array(Type.String()),
    details: Type.Record(Type.String(), Type.String()),
    color: Type.Union([Type.String(), Type.Null()]),
    main_category: Type.Union([Type.String(), Type.Null()]),
    categories: Type.Array(CategoryRef, { description: 'From the department down to the leaf' }),
    rating_bin: Type.Union([Type.Literal('Low'), Type.Literal('Medium'), Type.Literal('High'), Type.Null()]),
    date_first_available: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
    images: Type.Array(ProductImage),
  },
  { $id: 'Product' },
);
export type Product = Static<typeof Product>;

export const ProductSort = Type.Union([
  Type.Literal('relevance'),
  Type.Literal('popularity'),
  Type.Literal('rating'),
  Type.Literal('newest'),
  Type.Literal('price_asc'),
  Type.Literal('price_desc'),
]);
export type ProductSort = Static<typeof ProductSort>;

export const ProductQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 200 })),
    category: Type.Optional(
      Type.String({ maxLength: 300, description: 'Category slug, descendants included' }),
    ),
    brand: Type.Optional(
      Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20, description: 'Repeat for several' }),
    ),
    color: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 20 })),
    price_min: Type.Optional(Type.Integer({ minimum: 0, maximum: 2147483647, description: 'Minor units' })),
    price_max: Type.Optional(Type.Integer({ minimum: 0, maximum: 2147483647, description: 'Minor units' })),
    rating_min: Type.Optional(Type.Number({ minimum: 1, maximum: 5 })),
    in_stock: Type.Optional(Type.Boolean()),
    sort: Type.Optional(ProductSort),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type ProductQuery = Static<typeof ProductQuery>;

export const FacetValue = Type.Object({
  value: Type.String(),
  label: Type.String(),
  count: Type.Integer({ minimum: 0 }),
});
export type FacetValue = Static<typeof FacetValue>;

export const Facets = Type.Object(
  {
    category: Type.Array(FacetValue, { description: 'Children of the chosen category; value is a slug' }),
    brand: Type.Array(FacetValue),
    color: Type.Array(FacetValue),
    rating: Type.Array(FacetValue, { description: '“4 and up”: value is the minimum' }),
    price: Type.Object({
      min_minor: Type.Union([Type.Integer(), Type.Null()]),
      max_minor: Type.Union([Type.Integer(), Type.Null()]),
      currency: Type.Union([Type.String(), Type.Null()]),
    }),
    in_stock: Type.Integer({ minimum: 0 }),
  },
  { $id: 'Facets', description: 'Each facet is counted under the other filters, not under its own' },
);
export type Facets = Static<typeof Facets>;

export const ProductList = Type.Object(
  {
    items: Type.Array(ProductSummary),
    facets: Facets,
    total: Type.Integer({ minimum: 0 }),
    next_cursor: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'ProductList' },
);
export type ProductList = Static<typeof ProductList>;
