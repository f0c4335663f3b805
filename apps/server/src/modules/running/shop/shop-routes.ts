import { Shop, ShopChange, ShopPage, ShopPageContent, ShopPageList, ShopPageSlug } from '@kindred/contracts';
import { presentTime } from '@kindred/shop-types';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { requireAdmin } from '../../../platform/http/caller.ts';
import { changeShop, type ShopContext } from './change-shop.ts';
import { shopProblem } from './shop-errors.ts';
import { writeShopPage } from './write-shop-page.ts';

const params = Type.Object({ slug: Type.String({ maxLength: 40, description: 'Names the page: `about`' }) });

export function shopRoutes({ memory }: Pick<ShopContext, 'memory'>): ApiPlugin {
  const tags = ['shop'];
  return async (app) => {
    app.get(
      '/shop',
      {
        schema: {
          tags,
          operationId: 'getShop',
          asker: 'anybody',
          summary: 'What the shop says of itself',
          description: 'Name, company, links and whatever else stands on every page.',
          answers: { 200: 'The shop' },
          response: { 200: Shop },
        },
      },
      () => memory.shop(),
    );

    app.get(
      '/shop/pages',
      {
        schema: {
          tags,
          operationId: 'listShopPages',
          asker: 'anybody',
          summary: 'The pages about the shop',
          description: 'Without their text.',
          answers: { 200: 'The pages' },
          response: { 200: ShopPageList },
        },
      },
      async () => {
        const pages = await memory.pages();
        return {
          items: pages.map(({ slug, title, description, updatedAt }) => ({
            slug,
            title,
            description,
            updated_at: presentTime(updatedAt),
          })),
        };
      },
    );

    app.get(
      '/shop/pages/:slug',
      {
        schema: {
          tags,
          operationId: 'getShopPage',
          asker: 'anybody',
          summary: 'A page about the shop',
          description: 'As it was written, and as HTML.',
          problems: [...shopProblem.known('page-not-found')],
          answers: { 200: 'The page' },
          params,
          response: { 200: ShopPage },
        },
      },
      async (request) => memory.page(requirePage(request.params.slug)),
    );
  };
}

export function shopAdminRoutes(context: ShopContext): ApiPlugin {
  const tags = ['admin'];
  return async (app) => {
    app.addHook('onRequest', async (request) => requireAdmin(request.caller));

    app.patch(
      '/admin/shop',
      {
        schema: {
          tags,
          operationId: 'changeShop',
          asker: 'admin',
          summary: 'Changes what the shop says of itself',
          description: 'What is left out stays as it is.',
          answers: { 200: 'The shop as it is now' },
          body: ShopChange,
          response: { 200: Shop },
        },
      },
      (request) => changeShop(context, request.body),
    );

    app.put(
      '/admin/shop/pages/:slug',
      {
        schema: {
          tags,
          operationId: 'writeShopPage',
          asker: 'admin',
          summary: 'Writes a page about the shop',
          description: 'Its text is Markdown; HTML in it stays text.',
          problems: [...shopProblem.known('page-not-found')],
          answers: { 200: 'The page as it is now' },
          params,
          body: ShopPageContent,
          response: { 200: ShopPage },
        },
      },
      (request) => writeShopPage(context, requirePage(request.params.slug), request.body),
    );
  };
}

/** @throws ProblemError `page-not-found` */
function requirePage(slug: string): ShopPageSlug {
  const known = ShopPageSlug.anyOf.find((one) => one.const === slug);
  if (!known) throw shopProblem('page-not-found');
  return known.const;
}
