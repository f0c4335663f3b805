import { Shop, ShopChange, ShopPage, ShopPageContent, ShopPageList, ShopPageSlug } from '@kindred/contracts';
import { presentTime } from '@kindred/shop-types';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { changeShop, type ShopContext } from './change-shop.ts';
import { shopProblem } from './shop-errors.ts';
import { writeShopPage } from './write-shop-page.ts';

const params = Type.Object({
  slug: Type.String({ maxLength: 40, description: 'The page, such as `about`' }),
});

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
          permission: 'shop:read',
          summary: 'Show the shop’s data',
          description: 'Returns name, company, links and other data that every page shows.',
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
          permission: 'shop:read',
          summary: 'List the pages about the shop',
          description: 'The list has no texts.',
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
          permission: 'shop:read',
          summary: 'Show a page about the shop',
          description: 'Returns the text as Markdown and as HTML.',
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
    app.patch(
      '/admin/shop',
      {
        schema: {
          tags,
          operationId: 'changeShop',
          asker: 'admin',
          permission: 'shop:write',
          summary: 'Change the shop’s data',
          description: 'Fields that the request leaves out stay.',
          answers: { 200: 'The changed data' },
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
          permission: 'shop:write',
          summary: 'Write a page about the shop',
          description: 'The text is Markdown. HTML in it is shown as text.',
          problems: [...shopProblem.known('page-not-found')],
          answers: { 200: 'The changed page' },
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
