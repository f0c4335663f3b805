import { type Static, Type } from 'typebox';
import { Nullable } from './nullable.ts';

const Slug = Type.String({ description: 'Unique path of slugs: `home-kitchen/coffee-tea`' });
const Name = Type.String({ description: 'For people' });

export const CategoryRef = Type.Object(
  { slug: Slug, name: Name },
  { $id: 'CategoryRef', description: 'A category, as a product names it' },
);
export type CategoryRef = Static<typeof CategoryRef>;

export const Category = Type.Object(
  {
    slug: Slug,
    name: Name,
    parent_slug: Nullable(Type.String(), { description: 'Of the category above. Null: a department' }),
    product_count: Type.Integer({ minimum: 0, description: 'Listed products here and below' }),
    image_url: Nullable(Type.String(), {
      description: 'A picture of its most reviewed product. Null: there is none',
    }),
  },
  { $id: 'Category', description: 'A place in the tree of categories' },
);
export type Category = Static<typeof Category>;

export const CategoryList = Type.Object(
  { items: Type.Array(Category, { description: 'All of the tree' }) },
  { $id: 'CategoryList' },
);
export type CategoryList = Static<typeof CategoryList>;
