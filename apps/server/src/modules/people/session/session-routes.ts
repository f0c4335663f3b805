import { CartTokenHeader, Session } from '@kindred/contracts';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { isOptedOut } from '../../../platform/http/opt-out.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { type Carts, countItems, knownCartOwner } from '../../selling/cart/index.ts';
import { findWishlistIds } from '../../selling/wishlist/index.ts';
import { findProfile } from '../accounts/index.ts';

export function sessionRoutes({ db, carts }: { db: Database; carts: Carts }): ApiPlugin {
  return async (app) => {
    app.get(
      '/session',
      {
        schema: {
          tags: ['account'],
          operationId: 'getSession',
          asker: 'visitor',
          permission: 'account:read',
          summary:
            'Show the caller, the size of the cart and the ids of the wishlist, which every page needs',
          description: 'One request returns all data for the frame of a page.',
          answers: { 200: 'Who asks' },
          headers: CartTokenHeader,
          response: { 200: Session },
        },
      },
      async (request) => {
        const { userId } = request.caller;
        const owner = knownCartOwner(request);
        const [account, itemCount, wished] = await Promise.all([
          userId === undefined ? undefined : findProfile(db, userId),
          countItems(carts, owner),
          findWishlistIds(db, owner),
        ]);
        return {
          account: account ?? null,
          cart_item_count: itemCount,
          wishlist_product_ids: wished,
          is_opted_out: isOptedOut(request),
        };
      },
    );
  };
}
