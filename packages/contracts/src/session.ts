import { type Static, Type } from 'typebox';
import { Profile, Role } from './account.ts';
import { ProductId } from './id.ts';

export const Session = Type.Object(
  {
    account: Type.Union(
      [
        Type.Object({
          first_name: Profile.properties.first_name,
          email: Profile.properties.email,
          email_verified: Profile.properties.email_verified,
          role: Role,
        }),
        Type.Null(),
      ],
      { description: 'Null: nobody is logged in' },
    ),
    cart_item_count: Type.Integer({ minimum: 0, description: 'All quantities in the cart together' }),
    wishlist_product_ids: Type.Array(ProductId, {
      description: 'All of the wishlist, the newest first',
    }),
  },
  { $id: 'Session', description: 'What the frame of every page shows of whoever asks' },
);
export type Session = Static<typeof Session>;
