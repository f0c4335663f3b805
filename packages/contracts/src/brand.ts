import { type Static, Type } from 'typebox';
import { Limit } from './paging.ts';

export const BrandQuery = Type.Object(
  {
    like: Type.String({ minLength: 1, maxLength: 200, description: 'A name, or one that is nearly right' }),
    limit: Limit(20, 5),
  },
  { additionalProperties: false },
);
export type BrandQuery = Static<typeof BrandQuery>;

export const Brand = Type.Object(
  {
    name: Type.String({ description: 'The value for `brand` of the list of products' }),
    product_count: Type.Integer({
      minimum: 1,
      description: 'The number of its listed products. Variants of one product count once',
    }),
    is_same: Type.Boolean({
      description: 'Whether the name is the text, apart from upper and lower case and from accents',
    }),
  },
  { $id: 'Brand', description: 'A brand of listed products' },
);
export type Brand = Static<typeof Brand>;

export const BrandList = Type.Object(
  { items: Type.Array(Brand, { description: 'The nearest names first' }) },
  { $id: 'BrandList' },
);
export type BrandList = Static<typeof BrandList>;
