import { type Static, Type } from 'typebox';

export const CategoryRef = Type.Object(
  {
    slug: Type.String({ description: 'Unique path of slugs: `home-kitchen/coffee-tea`' }),
    name: Type.String(),
  },
  { $id: 'CategoryRef' },
);
export type CategoryRef = Static<typeof CategoryRef>;

export const Category = Type.Object(
  {
    slug: Type.String(),
    name: Type.String(),
    parent_slug: Type.Union([Type.String(), Type.Null()]),
    product_count: Type.Integer({ minimum: 0, description: 'Listed products here and below' }),
    image_url: Type.Union([Type.String(), Type.Null()], {
      description: 'A picture of its most reviewed product',
    }),
  },
  { $id: 'Category' },
);
export type Category = Static<typeof Category>;

export const CategoryList = Type.Object({ items: Type.Array(Category) }, { $id: 'CategoryList' });
export type CategoryList = Static<typeof CategoryList>;
