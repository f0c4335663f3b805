import { Container } from '@kindred/ui';
import { data, redirect } from 'react-router';
import { countries } from '../../features/address/countries.ts';
import { readCartChange } from '../../features/cart/cart-change.ts';
import { CartContents } from '../../features/cart/cart-contents.tsx';
import { changeCart } from '../../features/cart/change-cart.ts';
import { EmptyCartShelves } from '../../features/cart/empty-cart.tsx';
import { loadRemoved, whereTo } from '../../features/cart/removed-line.ts';
import { SavedItems } from '../../features/cart/saved-items.tsx';
import { useStaleCart } from '../../features/cart/use-stale-cart.ts';
import { excluding, idsOnShelf } from '../../features/recommendations/excluding.ts';
import { RecommendationShelf } from '../../features/recommendations/recommendation-shelf.tsx';
import { loadRecentlyViewed } from '../../features/viewed/load-recently-viewed.ts';
import { RecentlyViewed } from '../../features/viewed/recently-viewed.tsx';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { isPrefetch } from '../../shared/page-visit.ts';
import { siteOf, titleOf } from '../../shared/site.ts';
import { useFreshPage } from '../../shared/use-fresh-page.ts';
import type { Route } from './+types/cart';

export async function loader({ context, request, url }: Route.LoaderArgs) {
  const answers = askApi(context);
  const { api, optional, required } = answers;
  const [cart, removed] = await Promise.all([required(api.cart()), loadRemoved(answers, url.searchParams)]);
  const isEmpty = cart.items.length === 0;
  const wishlist = isEmpty ? await optional(api.wishlist({ limit: 6 })) : null;
  const wished = wishlist?.items.map(({ product }) => product.product_id) ?? [];
  const shelf = await optional(
    api.recommendations({ context: isEmpty ? 'home' : 'cart', limit: 12, ...excluding(wished) }),
  );
  const trending = isEmpty
    ? await optional(
        api.recommendations({
          context: 'trending',
          limit: 12,
          ...excluding([...wished, ...idsOnShelf(shelf)]),
        }),
      )
    : null;
  const viewed = isEmpty
    ? await loadRecentlyViewed(
        answers,
        excluding([
          ...wished,
          ...idsOnShelf(shelf),
          ...idsOnShelf(trending),
          ...cart.saved_items.map(({ product }) => product.product_id),
        ]),
      )
    : [];
  // The merge is reported once. A prefetch is not a visit, so it does not count.
  if (cart.merged_item_count !== null && !isPrefetch(request)) await optional(api.forgetMerge());
  return { cart, removed, shelf, trending, viewed, wishlist, countries };
}

/** For forms that the browser sends without JavaScript. Scripts use `changes.ts`. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const change = readCartChange(form);
  if (!change) throw data(null, { status: 400 });
  const answer = await changeCart(askApi(context), change);
  if (answer.refusal) return data({ answer, code: change.code }, { status: answer.refusal.status });
  const [notice] = answer.notices;
  return notice
    ? redirectWith(context, whereTo(change), { text: notice.message })
    : redirect(whereTo(change), 303);
}

export function meta({ matches }: Route.MetaArgs) {
  return [{ title: titleOf('Cart', siteOf(matches)) }, { name: 'robots', content: 'noindex' }];
}

export function headers() {
  return { 'cache-control': 'private, no-store' };
}

export default function CartPage({ loaderData, actionData }: Route.ComponentProps) {
  const { cart, removed, shelf, trending, viewed, wishlist } = loaderData;
  useFreshPage(true);
  useStaleCart();
  const isEmpty = cart.items.length === 0;
  return (
    <Container className="pt-6 md:pt-10">
      <h1 className="font-semibold text-3xl">Cart</h1>
      <CartContents cart={cart} removed={removed} countries={loaderData.countries} refused={actionData} />
      <SavedItems items={cart.saved_items} />
      <div className="mt-16 flex flex-col gap-16">
        {isEmpty ? (
          <>
            <EmptyCartShelves forYou={shelf} trending={trending} wishlist={wishlist} />
            <RecentlyViewed viewed={viewed} />
          </>
        ) : (
          <RecommendationShelf recommendations={shelf} />
        )}
      </div>
    </Container>
  );
}
