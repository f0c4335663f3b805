import { NewWishlistItem, Wishlist, WishlistItem, WishlistQuery } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import { requireUser } from '../../platform/http/caller.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { addToWishlist } from './add-to-wishlist.ts';
import { listWishlist } from './list-wishlist.ts';
import { deleteItem } from './wishlist-repository.ts';

const tags = ['wishlist'];
const params = Type.Object({ product_id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });

export function wishlistRoutes({ db }: { db: Database }): ApiPlugin {
  return async (app) => {
    app.get(
      '/me/wishlist',
      {
        schema: {
          tags,
          summary: 'What I would like to have, the newest first',
          querystring: WishlistQuery,
          response: { 200: Wishlist },
        },
      },
      async (request) => listWishlist(db, requireUser(request), request.query),
    );

    app.post(
      '/me/wishlist',
      {
        schema: {
          tags,
          summary: 'Put a product on my wishlist; 200 when it was there already',
          body: NewWishlistItem,
          response: { 200: WishlistItem, 201: WishlistItem },
        },
      },
      async (request, reply) => {
        const userId = requireUser(request);
        const { item, isNew } = await addToWishlist(db, { userId, productId: request.body.product_id });
        return reply.status(isNew ? 201 : 200).send(item);
      },
    );

    app.delete(
      '/me/wishlist/:product_id',
      {
        schema: {
          tags,
          summary: 'Take a product off my wishlist',
          params,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await deleteItem(db, requireUser(request), request.params.product_id);
        return reply.status(204).send(null);
      },
    );
  };
}
