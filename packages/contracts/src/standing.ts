import { type Static, Type } from 'typebox';
import { Nullable } from './nullable.ts';

const count = (description: string) => Type.Integer({ minimum: 0, description });

export const ProductStanding = Type.Object(
  {
    on_hand: count('Units in the warehouse'),
    reserved: count('Units of these that are promised to orders'),
    popularity_place: Nullable(Type.Integer({ minimum: 1 }), {
      description: 'Its place by number of ratings, from 1. Null: beyond 300',
    }),
    trending_place: Nullable(Type.Integer({ minimum: 1 }), {
      description: 'Its place among what trends now, from 1. Null: it does not trend',
    }),
    model_version: Nullable(Type.String(), { description: 'The active model. Null: none is active' }),
    is_known_to_model: Type.Boolean({
      description: 'Whether the model has learnt from purchases and ratings of it',
    }),
    last_30_days: Type.Object(
      {
        views: count('Views of its page'),
        clicks: count('Clicks on its cards, on shelves and in searches'),
        units_sold: count('Units in paid orders'),
      },
      { description: 'What people did in the last 30 days' },
    ),
  },
  { $id: 'ProductStanding', description: 'How a product does, for the shop’s staff' },
);
export type ProductStanding = Static<typeof ProductStanding>;
