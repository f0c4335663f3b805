import { type Static, Type } from 'typebox';
import { AttributeKind } from './attribute.ts';
import { Availability } from './availability.ts';
import { ProductId } from './id.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';

export const ProductOption = Type.Object(
  {
    code: Type.String({ description: 'The attribute in which the variants differ: `size`' }),
    label: Type.String({ description: 'For people: `Size`' }),
    kind: AttributeKind,
    value: Nullable(Type.String(), { description: 'The value of this product. Null: it has none' }),
    values: Type.Array(Type.String(), {
      description: 'The values of all listed variants; sizes from the smallest',
    }),
  },
  { $id: 'ProductOption', description: 'A choice between the variants of a product' },
);
export type ProductOption = Static<typeof ProductOption>;

export const ProductSwatch = Type.Object(
  {
    value: Type.String({ description: 'The colour' }),
    product_id: ProductId,
    title: Type.String({ description: 'The product’s title' }),
    image_url: Nullable(Type.String(), { description: 'As the `image_url` of a product. Null: none' }),
  },
  { $id: 'ProductSwatch', description: 'A variant that stands for its colour' },
);
export type ProductSwatch = Static<typeof ProductSwatch>;

export const ProductVariants = Type.Object(
  {
    count: Type.Integer({ minimum: 0, description: 'The number of listed variants, this one included' }),
    lowest_price: Nullable(Money, { description: 'Of the listed variants. Null: none is for sale' }),
    highest_price: Nullable(Money, { description: 'Of the listed variants. Null: none is for sale' }),
    availability: Availability,
    options: Type.Array(ProductOption, { description: 'In the order in which a shopper chooses' }),
    swatches: Type.Array(ProductSwatch, {
      description:
        'One variant of each of the first six colours, in the order of the option’s values: this product for its own colour, otherwise the oldest. Empty: the variants do not differ in colour',
    }),
  },
  {
    $id: 'ProductVariants',
    description: 'The group of products that differ from this one in their options alone',
  },
);
export type ProductVariants = Static<typeof ProductVariants>;
