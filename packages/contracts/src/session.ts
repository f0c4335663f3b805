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
      { description: 'Null: no user is logged in' },
    ),
    cart_item_count: Type.Integer({ minimum: 0, description: 'The sum of all quantities in the cart' }),
    wishlist_product_ids: Type.Array(ProductId, {
      description: 'The whole wishlist, the newest first',
    }),
    is_opted_out: Type.Boolean({ description: 'Whether the caller switched personal recommendations off' }),
  },
  { $id: 'Session', description: 'The visitor’s data in the frame of every page' },
);
export type Session = Static<typeof Session>;
