import { type Static, Type } from 'typebox';
import { ProductIds } from './id.ts';
import { Moment } from './moment.ts';
import { Cursor, Limit, NextCursor } from './paging.ts';
import { ProductSummary } from './product.ts';

export const ViewedQuery = Type.Object(
  {
    limit: Limit(100, 24),
    exclude: Type.Optional(
      ProductIds(200, 'Products that are on the page already. The list has none of them, in any option'),
    ),
    cursor: Cursor(),
  },
  { additionalProperties: false },
);
export type ViewedQuery = Static<typeof ViewedQuery>;

export const ViewedProduct = Type.Object(
  { product: ProductSummary, viewed_at: Moment('When the person opened it last') },
  { $id: 'ViewedProduct', description: 'A product that a person opened' },
);
export type ViewedProduct = Static<typeof ViewedProduct>;

export const ViewedList = Type.Object(
  {
    items: Type.Array(ViewedProduct, { description: 'The last opened first, each item once' }),
    next_cursor: NextCursor,
  },
  { $id: 'ViewedList', description: 'A page of the products that a person opened' },
);
export type ViewedList = Static<typeof ViewedList>;
