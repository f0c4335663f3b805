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
    parent_slug: Nullable(Type.String(), { description: 'The category above. Null: this is a department' }),
    product_count: Type.Integer({
      minimum: 0,
      description: 'The number of listed products in this category and below',
    }),
    image_url: Nullable(Type.String(), {
      description: 'A picture of its most reviewed product. Null: none',
    }),
  },
  { $id: 'Category', description: 'A node of the category tree' },
);
export type Category = Static<typeof Category>;

export const CategoryList = Type.Object(
  { items: Type.Array(Category, { description: 'The whole tree' }) },
  { $id: 'CategoryList' },
);
export type CategoryList = Static<typeof CategoryList>;
