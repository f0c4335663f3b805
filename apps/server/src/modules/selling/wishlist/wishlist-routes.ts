import {
  AskedProductId,
  CartTokenHeader,
  NewWishlistItem,
  Wishlist,
  WishlistChange,
  WishlistIds,
  WishlistItem,
  WishlistQuery,
  WishlistToCart,
} from '@kindred/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { requireUser } from '../../../platform/http/caller.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';
import { catalogProblem } from '../../catalogue/catalog/index.ts';
import { type Carts, cartOwner, cartProblem, knownCartOwner } from '../cart/index.ts';
import { noticeProblem } from '../notices/index.ts';
import { addToWishlist } from './add-to-wishlist.ts';
import { listWishlist } from './list-wishlist.ts';
import { mailWishlistChanges } from './mail-wishlist-changes.ts';
import { removeFromWishlist } from './remove-from-wishlist.ts';
import { wishlistProblem } from './wishlist-errors.ts';
import { findWishlistIds } from './wishlist-repository.ts';
import { wishlistToCart } from './wishlist-to-cart.ts';

const tags = ['wishlist'];
const params = Type.Object({ product_id: AskedProductId });

interface Door {
  readonly operationIds: { readonly list: string; readonly add: string; readonly remove: string };
  readonly asker: 'member' | 'visitor';
  readonly path: '/me/wishlist' | '/wishlist';
  /** Undefined: nobody that the shop knows, so there is no list. */
  readonly known: (request: FastifyRequest) => CartOwner | undefined;
  readonly owner: (request: FastifyRequest, reply: FastifyReply) => CartOwner;
}

const member = (request: FastifyRequest): CartOwner => ({ kind: 'user', userId: requireUser(request) });

/** One list, with two doors: for people with an account, and for whoever asks. */
const doors: readonly Door[] = [
  {
    path: '/me/wishlist',
    operationIds: { list: 'listOwnWishlist', add: 'addToOwnWishlist', remove: 'removeFromOwnWishlist' },
    asker: 'member',
    known: member,
    owner: member,
  },
  {
    path: '/wishlist',
    operationIds: { list: 'listWishlist', add: 'addToWishlist', remove: 'removeFromWishlist' },
    asker: 'visitor',
    known: knownCartOwner,
    owner: cartOwner,
  },
];

export function wishlistRoutes(carts: Carts): ApiPlugin {
  const { db } = carts;
  return async (app) => {
    for (const { path, operationIds, asker, known, owner } of doors) {
      const headers = asker === 'visitor' ? CartTokenHeader : undefined;
      const described = { tags, asker, ...(headers && { headers }) };
      app.get(
        path,
        {
          schema: {
            ...described,
            operationId: operationIds.list,
            description: 'Without an account it is that of the visitor; a log-in puts both together.',
            answers: { 200: 'A page of the list' },
            summary: 'What I would like to have, the newest first',
            querystring: WishlistQuery,
            response: { 200: Wishlist },
          },
        },
        async (request) => listWishlist(db, known(request), request.query),
      );

      app.post(
        path,
        {
          schema: {
            ...described,
            operationId: operationIds.add,
            description: 'The price of that moment is kept with it.',
            problems: [
              ...catalogProblem.known('product-not-found'),
              ...wishlistProblem.known('wishlist-full', 'account-gone'),
            ],
            answers: { 200: 'It was there already', 201: 'It is on the list' },
            summary: 'Put a product on my wishlist; 200 when it was there already',
            body: NewWishlistItem,
            response: { 200: WishlistItem, 201: WishlistItem },
          },
        },
        async (request, reply) => {
          const { item, isNew } = await addToWishlist(db, {
            owner: owner(request, reply),
            productId: request.body.product_id,
          });
          return reply.status(isNew ? 201 : 200).send(item);
        },
      );

      app.delete(
        `${path}/:product_id`,
        {
          schema: {
            ...described,
            operationId: operationIds.remove,
            description: 'What is not on the list needs no removing.',
            summary: 'Take a product off my wishlist; put back within ten minutes, it is where it was',
            params,
            response: { 204: Type.Null() },
          },
        },
        async (request, reply) => {
          const whose = known(request);
          if (whose) await removeFromWishlist(db, { owner: whose, productId: request.params.product_id });
          return reply.status(204).send(null);
        },
      );
    }

    app.patch(
      '/me/wishlist',
      {
        schema: {
          tags,
          operationId: 'mailWishlistChanges',
          asker: 'member',
          description: 'Whatever comes on the list later is watched, too.',
          problems: noticeProblem.known('verify-your-email', 'account-gone'),
          summary: 'Be mailed, or no longer, when something on my wishlist is cheaper or back in stock',
          body: WishlistChange,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await mailWishlistChanges(db, { userId: requireUser(request), wanted: request.body.mails_changes });
        return reply.status(204).send(null);
      },
    );

    app.get(
      '/wishlist/ids',
      {
        schema: {
          tags,
          operationId: 'listWishlistIds',
          asker: 'visitor',
          headers: CartTokenHeader,
          summary: 'Which products are on my wishlist',
          description: 'For hearts that know whether they are filled.',
          answers: { 200: 'The ids of the products' },
          response: { 200: WishlistIds },
        },
      },
      async (request) => ({ product_ids: await findWishlistIds(db, knownCartOwner(request)) }),
    );

    app.post(
      '/wishlist/add-to-cart',
      {
        schema: {
          tags,
          operationId: 'addWishlistToCart',
          asker: 'visitor',
          headers: CartTokenHeader,
          description: 'What cannot be bought is left out, with the reason.',
          problems: cartProblem.known('account-gone'),
          answers: { 200: 'The cart, and what came into it' },
          summary: 'Put one of everything on my wishlist into the cart; the list stays as it is',
          response: { 200: WishlistToCart },
        },
      },
      async (request) => wishlistToCart(carts, knownCartOwner(request)),
    );
  };
}
