import { type Static, Type } from 'typebox';

/** What the frame of every page shows of whoever asks. */
export const Session = Type.Object(
  {
    account: Type.Union(
      [
        Type.Object({
          first_name: Type.Union([Type.String(), Type.Null()]),
          email: Type.Union([Type.String(), Type.Null()]),
          email_verified: Type.Boolean(),
          role: Type.Union([Type.Literal('shopper'), Type.Literal('admin')]),
        }),
        Type.Null(),
      ],
      { description: 'Null: nobody is logged in' },
    ),
    cart_item_count: Type.Integer({ minimum: 0, description: 'All quantities in the cart together' }),
    wishlist_product_ids: Type.Array(Type.Integer({ minimum: 1 }), {
      description: 'All of the wishlist, the newest first',
    }),
  },
  { $id: 'Session' },
);
export type Session = Static<typeof Session>;
