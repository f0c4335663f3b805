import { type ColorFamily, colorFamilies } from '@kindred/shop-types';
import { type Static, Type } from 'typebox';
import { ProductAttribute } from './attribute.ts';
import { Availability } from './availability.ts';
import { CategoryRef } from './category.ts';
import { Facets } from './facets.ts';
import { ProductId } from './id.ts';
import { Day } from './moment.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';
import { Limit, NextCursor, Total } from './paging.ts';
import { Sale } from './sale.ts';
import { SearchReading, TextRange } from './search.ts';
import { ProductVariants } from './variant.ts';

const summary = {
  product_id: ProductId,
  parent_asin: Type.String({ description: 'The product’s id in data sets' }),
  title: Type.String({ description: 'The product’s title' }),
  brand: Nullable(Type.String(), { description: 'Null: unknown' }),
  price: Nullable(Money, { description: 'The price that the shop asks now. Null: not for sale' }),
  sale: Nullable(Sale, { description: 'Null: the shop announces no reduction' }),
  average_rating: Nullable(Type.Number({ minimum: 1, maximum: 5 }), {
    description: 'The mean of its reviews. Null: it has none',
  }),
  rating_count: Type.Integer({ minimum: 0, description: 'The number of ratings' }),
  availability: Availability,
  variants: Nullable(ProductVariants, { description: 'Null: the product has no variants' }),
  image_url: Nullable(Type.String(), {
    description:
      'A JPEG, 480 pixels wide. An address `…/media/pictures/{width}/{name}.{format}` also works with the widths 80, 160, 240, 320, 480, 640, 800, 1200 and 1600, and as `avif`, `webp` and `jpg`; no picture is wider than its source. Null: none',
  }),
  second_image_url: Nullable(Type.String(), {
    description: 'Its next picture, as `image_url`. Null: it has no second one',
  }),
};

export const ProductSummary = Type.Object(summary, {
  $id: 'ProductSummary',
  description: 'The data of a product card',
});
export type ProductSummary = Static<typeof ProductSummary>;

export const ProductVariant = Type.Object(
  {
    product_id: ProductId,
    title: Type.String({ description: 'The variant’s title' }),
    values: Type.Record(Type.String(), Type.String(), {
      description: 'Its value of each option, by the option’s code',
    }),
    price: Nullable(Money, { description: 'The price that the shop asks now. Null: not for sale' }),
    sale: Nullable(Sale, { description: 'Null: the shop announces no reduction' }),
    availability: Availability,
    image_url: Nullable(Type.String(), { description: 'As the `image_url` of a product. Null: none' }),
  },
  { $id: 'ProductVariant', description: 'One combination of options that exists' },
);
export type ProductVariant = Static<typeof ProductVariant>;

export const ProductImage = Type.Object(
  {
    url: Type.String({ description: '800 pixels wide; other widths and formats as for `image_url`' }),
    large_url: Type.String({ description: '1600 pixels wide' }),
    alt: Type.String({ description: 'A text alternative' }),
  },
  { $id: 'ProductImage', description: 'A picture of a product' },
);
export type ProductImage = Static<typeof ProductImage>;

export const Product = Type.Object(
  {
    ...summary,
    available: Type.Integer({ minimum: 0, description: 'The quantity that can be bought' }),
    description: Type.String({ description: 'The product’s description' }),
    features: Type.Array(Type.String(), { description: 'Selling points, one line each' }),
    details: Type.Record(Type.String(), Type.String(), { description: 'Properties, by their names' }),
    color: Nullable(Type.String(), { description: 'Null: unknown' }),
    attributes: Type.Array(ProductAttribute, {
      description: 'The values of the shop’s other attributes, in the shop’s order',
    }),
    main_category: Nullable(Type.String(), { description: 'The department’s name. Null: unknown' }),
    categories: Type.Array(CategoryRef, { description: 'From the department down to the leaf' }),
    rating_bin: Type.Union([Type.Literal('Low'), Type.Literal('Medium'), Type.Literal('High'), Type.Null()], {
      description: 'A class of the average rating, as in data sets. Null: it has no reviews',
    }),
    date_first_available: Nullable(Day('Since when it is sold. Null: unknown')),
    combinations: Type.Array(ProductVariant, {
      description: 'The listed variants, this product included. Empty: it has no variants',
    }),
    images: Type.Array(ProductImage, { description: 'The best first' }),
  },
  { $id: 'Product', description: 'The data of a product’s page' },
);
export type Product = Static<typeof Product>;

export const ProductSort = Type.Union(
  [
    Type.Literal('relevance'),
    Type.Literal('featured'),
    Type.Literal('popularity'),
    Type.Literal('rating'),
    Type.Literal('newest'),
    Type.Literal('price-asc'),
    Type.Literal('price-desc'),
    Type.Literal('discount'),
    Type.Literal('for-you'),
  ],
  {
    $id: 'ProductSort',
    description:
      'The order. Default: `relevance`, or `popularity` without a text. `featured`: by relevance; without a text, the first 400 by popularity with kinds and brands spread, then the rest. `discount`: the largest announced reduction first, in percent. `for-you`: the first 400 by relevance (without a text: by popularity) in the order that fits the caller, then the rest',
  },
);
export type ProductSort = Static<typeof ProductSort>;

const FamilyOfColors = Type.Unsafe<ColorFamily>(
  Type.Union(
    colorFamilies.map((family) => Type.Literal(family)),
    { $id: 'ColorFamily', description: 'A group of colours: navy and cobalt are `blue`' },
  ),
);

/** The highest number of a page. Cursors lead further. */
export const mostPages = 400;

export const ProductQuery = Type.Object(
  {
    q: Type.Optional(
      Type.String({ maxLength: 200, description: 'As typed; “words in quotes” have to be adjacent' }),
    ),
    category: Type.Optional(
      Type.String({ maxLength: 1200, description: 'A category’s slug; includes its descendants' }),
    ),
    brand: Type.Optional(
      Type.Array(Type.String({ maxLength: 200 }), {
        maxItems: 20,
        description: 'Any of these brands; repeat the parameter for several',
      }),
    ),
    color: Type.Optional(
      Type.Array(Type.String({ maxLength: 200 }), {
        maxItems: 20,
        description: 'Any of these colours; repeat the parameter for several',
      }),
    ),
    color_family: Type.Optional(
      Type.Array(FamilyOfColors, {
        maxItems: colorFamilies.length,
        description: 'A colour of any of these families; repeat the parameter for several',
      }),
    ),
    attribute: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}:[^\\u0000]{1,200}$' }), {
        maxItems: 20,
        description:
          'Other attributes of the shop, as `code:value`: `size:M`. A product needs one of the values of each attribute',
      }),
    ),
    price_min: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 2147483647, description: 'The lowest price, in minor units' }),
    ),
    price_max: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 2147483647, description: 'The highest price, in minor units' }),
    ),
    rating_min: Type.Optional(
      Type.Number({ minimum: 1, maximum: 5, description: 'The lowest average rating' }),
    ),
    in_stock: Type.Optional(Type.Boolean({ description: 'True: only products that can be bought' })),
    deals: Type.Optional(Type.Boolean({ description: 'True: only products with an announced reduction' })),
    sort: Type.Optional(ProductSort),
    limit: Limit(100, 24),
    page: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: mostPages,
        description:
          'A page by its number, for links. Not together with `cursor`. Default: the first page. Pages by number may repeat or leave out a product if the list changes between two requests; pages by cursor do not',
      }),
    ),
    cursor: Type.Optional(
      Type.String({
        maxLength: 4000,
        description: '`next_cursor` of the previous page. Default: the first page',
      }),
    ),
  },
  { additionalProperties: false, 'x-ascending': ['price_min', 'price_max'] },
);
export type ProductQuery = Static<typeof ProductQuery>;

export const ListedProduct = Type.Object(
  {
    ...summary,
    title_matches: Type.Optional(
      Type.Array(TextRange, { description: 'The ranges of the title that match the search' }),
    ),
    comparable_in: Nullable(Type.String(), {
      description:
        'The slug of its category, with whose products it can be compared. Null: it has no category, or too few details',
    }),
  },
  { $id: 'ListedProduct', description: 'A product in a list' },
);
export type ListedProduct = Static<typeof ListedProduct>;

export const ProductList = Type.Object(
  {
    items: Type.Array(ListedProduct, { description: 'The products of this page' }),
    facets: Facets,
    total: Total,
    page: Nullable(Type.Integer({ minimum: 1 }), {
      description: 'The number of this page. Null: the request had a cursor',
    }),
    pages: Type.Integer({
      minimum: 0,
      maximum: mostPages,
      description: 'How many pages have a number. A page with a higher number is empty',
    }),
    search: Nullable(SearchReading, { description: 'How the search read the text. Null: there was no text' }),
    personalised: Type.Boolean({
      description: 'Whether the order fits the caller; only true with `sort=for-you`',
    }),
    can_personalise: Type.Boolean({
      description:
        'Whether `sort=for-you` is possible: there is a model, and it knows something about the caller',
    }),
    next_cursor: NextCursor,
  },
  { $id: 'ProductList', description: 'A page of products' },
);
export type ProductList = Static<typeof ProductList>;
