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
  readonly of: 'account' | 'wishlist';
  readonly path: '/me/wishlist' | '/wishlist';
  /** Returns undefined if the shop does not know the caller, who then has no list. */
  readonly known: (request: FastifyRequest) => CartOwner | undefined;
  readonly owner: (request: FastifyRequest, reply: FastifyReply) => CartOwner;
}

const member = (request: FastifyRequest): CartOwner => ({ kind: 'user', userId: requireUser(request) });

/** The list has two addresses: one for members, and one for any caller. */
const doors: readonly Door[] = [
  {
    path: '/me/wishlist',
    operationIds: { list: 'listOwnWishlist', add: 'addToOwnWishlist', remove: 'removeFromOwnWishlist' },
    asker: 'member',
    of: 'account',
    known: member,
    owner: member,
  },
  {
    path: '/wishlist',
    operationIds: { list: 'listWishlist', add: 'addToWishlist', remove: 'removeFromWishlist' },
    asker: 'visitor',
    of: 'wishlist',
    known: knownCartOwner,
    owner: cartOwner,
  },
];

export function wishlistRoutes(carts: Carts): ApiPlugin {
  const { db } = carts;
  return async (app) => {
    for (const { path, operationIds, asker, of, known, owner } of doors) {
      const headers = asker === 'visitor' ? CartTokenHeader : undefined;
      const described = { tags, asker, ...(headers && { headers }) };
      app.get(
        path,
        {
          schema: {
            ...described,
            operationId: operationIds.list,
            permission: `${of}:read`,
            description: 'Without an account, it is the visitor’s list. A log-in merges both.',
            answers: { 200: 'A page of the list' },
            summary: 'List my wishlist, the newest first',
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
            permission: `${of}:write`,
            description: 'The list stores the current price with the product.',
            problems: [
              ...catalogProblem.known('product-not-found'),
              ...wishlistProblem.known('wishlist-full', 'account-gone'),
            ],
            answers: { 200: 'The product was already on the list', 201: 'The product was added' },
            summary: 'Add a product to my wishlist (200 if it was already there)',
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
            permission: `${of}:write`,
            description:
              'If the product is not on the list, the request changes nothing. If it is added again within ten minutes, it gets its old position.',
            summary: 'Remove a product from my wishlist',
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
          permission: 'account:write',
          description: 'Products that are added later are watched too.',
          problems: noticeProblem.known('verify-your-email', 'account-gone'),
          summary: 'Turn mails about cheaper or restocked products of my wishlist on or off',
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
          permission: 'wishlist:read',
          headers: CartTokenHeader,
          summary: 'List the ids of the products on my wishlist',
          description: 'A page needs them to show which of its hearts are filled.',
          answers: { 200: 'The ids of these products' },
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
          permission: 'cart:write',
          headers: CartTokenHeader,
          description:
            'The list stays as it is. Products that cannot be bought are left out, with the reason.',
          problems: cartProblem.known('account-gone'),
          answers: { 200: 'The cart, with the products that were added and those that were left out' },
          summary: 'Put one of each product on my wishlist into the cart',
          response: { 200: WishlistToCart },
        },
      },
      async (request) => wishlistToCart(carts, knownCartOwner(request)),
    );
  };
}
