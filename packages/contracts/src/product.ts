import { type Static, Type } from 'typebox';
import { AttributeKind, ProductAttribute } from './attribute.ts';
import { CategoryRef } from './category.ts';
import { ProductId } from './id.ts';
import { Day } from './moment.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';
import { Limit, NextCursor, Total } from './paging.ts';
import { SearchReading, TextRange } from './search.ts';

export const Availability = Type.Union(
  [
    Type.Literal('in-stock'),
    Type.Literal('low-stock'),
    Type.Literal('out-of-stock'),
    Type.Literal('not-for-sale'),
  ],
  {
    $id: 'Availability',
    description: '`not-for-sale`: the product has no price; it is shown and cannot be bought',
  },
);
export type Availability = Static<typeof Availability>;

const summary = {
  product_id: ProductId,
  parent_asin: Type.String({ description: 'The product’s name in data sets' }),
  title: Type.String({ description: 'What it is called' }),
  brand: Nullable(Type.String(), { description: 'Null: not known' }),
  price: Nullable(Money, { description: 'Null: it is not for sale' }),
  average_rating: Nullable(Type.Number({ minimum: 1, maximum: 5 }), {
    description: 'Of its reviews. Null: it has none',
  }),
  rating_count: Type.Integer({ minimum: 0, description: 'How many rated it' }),
  availability: Availability,
  image_url: Nullable(Type.String(), {
    description:
      'A JPEG, 480 pixels wide. Where it is `…/media/pictures/{width}/{name}.{format}`, the same is to be had 80, 160, 240, 320, 480, 640, 800, 1200 and 1600 wide, as `avif`, `webp` and `jpg`; none is wider than what it is made of. Null: there is none',
  }),
};

export const ProductSummary = Type.Object(summary, {
  $id: 'ProductSummary',
  description: 'What a card in a grid or on a shelf shows',
});
export type ProductSummary = Static<typeof ProductSummary>;

export const ProductImage = Type.Object(
  {
    url: Type.String({ description: '800 wide; other widths and formats as with `image_url`' }),
    large_url: Type.String({ description: '1600 wide' }),
    alt: Type.String({ description: 'What is on it, for who does not see it' }),
  },
  { $id: 'ProductImage', description: 'A picture of a product' },
);
export type ProductImage = Static<typeof ProductImage>;

export const Product = Type.Object(
  {
    ...summary,
    available: Type.Integer({ minimum: 0, description: 'How many could be bought' }),
    description: Type.String({ description: 'What it is, as text' }),
    features: Type.Array(Type.String(), { description: 'What speaks for it, a line each' }),
    details: Type.Record(Type.String(), Type.String(), { description: 'Properties, by their names' }),
    color: Nullable(Type.String(), { description: 'Null: not known' }),
    attributes: Type.Array(ProductAttribute, {
      description: 'Its values of the other attributes that the shop has declared, in the shop’s order',
    }),
    main_category: Nullable(Type.String(), { description: 'The department’s name. Null: not known' }),
    categories: Type.Array(CategoryRef, { description: 'From the department down to the leaf' }),
    rating_bin: Type.Union([Type.Literal('Low'), Type.Literal('Medium'), Type.Literal('High'), Type.Null()], {
      description: 'Of the average rating, as data sets have it. Null: it has no reviews',
    }),
    date_first_available: Nullable(Day('Since when it is sold. Null: not known')),
    images: Type.Array(ProductImage, { description: 'The best first' }),
  },
  { $id: 'Product', description: 'Everything that a product’s page shows of it' },
);
export type Product = Static<typeof Product>;

export const ProductSort = Type.Union(
  [
    Type.Literal('relevance'),
    Type.Literal('popularity'),
    Type.Literal('rating'),
    Type.Literal('newest'),
    Type.Literal('price-asc'),
    Type.Literal('price-desc'),
    Type.Literal('for-you'),
  ],
  {
    $id: 'ProductSort',
    description:
      'The order; without it `relevance`, and without a text `popularity`. `for-you`: the first 400 by relevance (without a text: by popularity) in the order that fits whoever asks, then the rest; a page may be shorter than `limit`',
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
      Type.Array(Type.String({ maxLength: 200 }), {
        maxItems: 20,
        description: 'Of any of these brands; repeat it for several',
      }),
    ),
    color: Type.Optional(
      Type.Array(Type.String({ maxLength: 200 }), {
        maxItems: 20,
        description: 'In any of these colours; repeat it for several',
      }),
    ),
    attribute: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}:[^\\u0000]{1,200}$' }), {
        maxItems: 20,
        description:
          'Any other attribute of the shop, as `code:value`: `size:M`. Values of one attribute are alternatives; of several attributes each must fit',
      }),
    ),
    price_min: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 2147483647, description: 'Not cheaper: minor units' }),
    ),
    price_max: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 2147483647, description: 'Not dearer: minor units' }),
    ),
    rating_min: Type.Optional(Type.Number({ minimum: 1, maximum: 5, description: 'Rated so well at least' })),
    in_stock: Type.Optional(Type.Boolean({ description: 'True: only what can be bought' })),
    sort: Type.Optional(ProductSort),
    limit: Limit(100, 24),
    cursor: Type.Optional(
      Type.String({
        maxLength: 4000,
        description: '`next_cursor` of the page before; left out: the first page',
      }),
    ),
  },
  { additionalProperties: false, 'x-ascending': ['price_min', 'price_max'] },
);
export type ProductQuery = Static<typeof ProductQuery>;

export const FacetValue = Type.Object(
  {
    value: Type.String({ description: 'Send it in the parameter of the facet’s name' }),
    label: Type.String({ description: 'For people' }),
    count: Type.Integer({ minimum: 0, description: 'How many products it would leave' }),
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
      description: 'Those of most products first; sizes from the smallest',
    }),
  },
  { $id: 'AttributeFacet', description: 'The filter of one attribute' },
);
export type AttributeFacet = Static<typeof AttributeFacet>;

export const Facets = Type.Object(
  {
    category: Type.Array(FacetValue, { description: 'Children of the chosen category; value is a slug' }),
    brand: Type.Array(FacetValue, { description: 'Those of most products first' }),
    color: Type.Array(FacetValue, { description: 'Those of most products first' }),
    attributes: Type.Array(AttributeFacet, {
      description: 'The other attributes that some of the products have, in the shop’s order',
    }),
    rating: Type.Array(FacetValue, { description: '“4 and up”: value is the minimum' }),
    price: Type.Object(
      {
        min_minor: Nullable(Type.Integer(), { description: 'The cheapest: minor units. Null: none is sold' }),
        max_minor: Nullable(Type.Integer(), { description: 'The dearest: minor units. Null: none is sold' }),
        currency: Nullable(Type.String(), { description: 'Of ISO 4217. Null: none is sold' }),
      },
      { description: 'What the products cost' },
    ),
    in_stock: Type.Integer({ minimum: 0, description: 'How many can be bought' }),
  },
  { $id: 'Facets', description: 'Each facet is counted under the other filters, not under its own' },
);
export type Facets = Static<typeof Facets>;

export const ListedProduct = Type.Object(
  {
    ...summary,
    title_matches: Type.Optional(
      Type.Array(TextRange, { description: 'Where the title has the words that were looked for' }),
    ),
  },
  { $id: 'ListedProduct', description: 'A product as a list shows it' },
);
export type ListedProduct = Static<typeof ListedProduct>;

export const ProductList = Type.Object(
  {
    items: Type.Array(ListedProduct, { description: 'This page of them' }),
    facets: Facets,
    total: Total,
    search: Nullable(SearchReading, { description: 'How the text was taken. Null without a text' }),
    personalised: Type.Boolean({
      description: 'Whether the order is that of whoever asks; never but for `sort=for-you`',
    }),
    can_personalise: Type.Boolean({
      description:
        'Whether `sort=for-you` has something to go on: a model, and somebody it can tell from others',
    }),
    next_cursor: NextCursor,
  },
  { $id: 'ProductList', description: 'A page of products' },
);
export type ProductList = Static<typeof ProductList>;
