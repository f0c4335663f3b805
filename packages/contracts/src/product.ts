import { type Static, Type } from 'typebox';
import { CategoryRef } from './category.ts';
import { Money } from './money.ts';
import { SearchReading, TextRange } from './search.ts';

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
  image_url: Type.Union([Type.String(), Type.Null()], {
    description:
      'A JPEG, 480 pixels wide. Where it is `…/media/pictures/{width}/{name}.{format}`, the same is to be had 80, 160, 240, 320, 480, 640, 800, 1200 and 1600 wide, as `avif`, `webp` and `jpg`; none is wider than what it is made of',
  }),
};

/** What a card in a grid or on a shelf shows. */
export const ProductSummary = Type.Object(summary, { $id: 'ProductSummary' });
export type ProductSummary = Static<typeof ProductSummary>;

export const ProductImage = Type.Object({
  url: Type.String({ description: '800 wide; other widths and formats as with `image_url`' }),
  large_url: Type.String({ description: '1600 wide' }),
  alt: Type.String(),
});
export type ProductImage = Static<typeof ProductImage>;

export const Product = Type.Object(
  {
    ...summary,
    available: Type.Integer({ minimum: 0, description: 'How many could be bought' }),
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

export const ProductSort = Type.Union(
  [
    Type.Literal('relevance'),
    Type.Literal('popularity'),
    Type.Literal('rating'),
    Type.Literal('newest'),
    Type.Literal('price_asc'),
    Type.Literal('price_desc'),
    Type.Literal('for_you'),
  ],
  {
    description:
      '`for_you`: the first 400 by relevance (without a text: by popularity) in the order that fits whoever asks, then the rest; a page may be shorter than `limit`',
  },
);
export type ProductSort = Static<typeof ProductSort>;

export const ProductQuery = Type.Object(
  {
    q: Type.Optional(
      Type.String({ maxLength: 200, description: 'As typed: “words in quotes” stand side by side' }),
    ),
    category: Type.Optional(
      Type.String({ maxLength: 1200, description: 'Category slug, descendants included' }),
    ),
    brand: Type.Optional(
      Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20, description: 'Repeat for several' }),
    ),
    color: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20 })),
    price_min: Type.Optional(Type.Integer({ minimum: 0, maximum: 2147483647, description: 'Minor units' })),
    price_max: Type.Optional(Type.Integer({ minimum: 0, maximum: 2147483647, description: 'Minor units' })),
    rating_min: Type.Optional(Type.Number({ minimum: 1, maximum: 5 })),
    in_stock: Type.Optional(Type.Boolean()),
    sort: Type.Optional(ProductSort),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 })),
    cursor: Type.Optional(Type.String({ maxLength: 4000 })),
  },
  { additionalProperties: false, 'x-ascending': ['price_min', 'price_max'] },
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

/** What a list shows of a product: its card, and where the title has what was looked for. */
export const ListedProduct = Type.Object(
  {
    ...summary,
    title_matches: Type.Optional(
      Type.Array(TextRange, { description: 'Where the title has the words that were looked for' }),
    ),
  },
  { $id: 'ListedProduct' },
);
export type ListedProduct = Static<typeof ListedProduct>;

export const ProductList = Type.Object(
  {
    items: Type.Array(ListedProduct),
    facets: Facets,
    total: Type.Integer({ minimum: 0 }),
    search: Type.Union([SearchReading, Type.Null()], { description: 'Null without a text' }),
    personalised: Type.Boolean({
      description: 'Whether the order is that of whoever asks; never but for `sort=for_you`',
    }),
    can_personalise: Type.Boolean({
      description:
        'Whether `sort=for_you` has something to go on: a model, and somebody it can tell from others',
    }),
    next_cursor: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'ProductList' },
);
export type ProductList = Static<typeof ProductList>;
