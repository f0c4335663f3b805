import type { ShopEvent } from '@kindred/contracts';
import { slugOf } from '@kindred/shop-types';
import { Breadcrumbs, Container } from '@kindred/ui';
import { Outlet, redirect, type ShouldRevalidateFunctionArgs } from 'react-router';
import { categoryCrumbs } from '../features/catalog/category-trail.ts';
import { CompareChoice } from '../features/compare/compare-choice.tsx';
import { useVisit } from '../features/events/use-events.ts';
import { ProductNotices } from '../features/notices/product-notices.tsx';
import { AvailableInstead } from '../features/product/available-instead.tsx';
import { loadDelivery } from '../features/product/delivery.ts';
import { productData } from '../features/product/product-data.ts';
import { productDescription } from '../features/product/product-description.ts';
import { ProductOverview } from '../features/product/product-overview.tsx';
import { splitSimilar } from '../features/product/split-similar.ts';
import { clickOf } from '../features/recommendations/click-origin.ts';
import { excluding, idsOnShelf } from '../features/recommendations/excluding.ts';
import { RecommendationShelf } from '../features/recommendations/recommendation-shelf.tsx';
import { sayPath } from '../features/recommendations/use-say.ts';
import { foundClickOf, searchIdOf } from '../features/search/search-origin.ts';
import { StaffBar } from '../features/staff/staff-bar.tsx';
import { loadRecentlyViewed } from '../features/viewed/load-recently-viewed.ts';
import { RecentlyViewed } from '../features/viewed/recently-viewed.tsx';
import { WishButton } from '../features/wishlist/wish-button.tsx';
import { type ApiAnswers, askApi, notFound } from '../shared/api-answers.ts';
import { breadcrumbsData } from '../shared/breadcrumbs-data.ts';
import { isFromSamePage, isPrefetch } from '../shared/page-visit.ts';
import { parseProductId, productPath } from '../shared/paths.ts';
import { isStaffContext } from '../shared/request-context.ts';
import { pageMeta } from '../shared/seo.ts';
import { siteOf } from '../shared/site.ts';
import type { Route } from './+types/product';

export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const answers = askApi(context);
  const { api, attempt, optional, required } = answers;
  const productId = parseProductId(params.productId);
  if (productId === undefined) throw await notFound(context);

  const visit = isFromSamePage(request, url) ? [] : visitOf(productId, url.searchParams);
  const [product, { similar, goesWith, viewed }, { answer: own }, delivery, standing] = await Promise.all([
    required(api.product(productId)),
    loadShelves(answers, productId),
    attempt(api.ownNotices()),
    loadDelivery(answers),
    context.get(isStaffContext) ? optional(api.admin.productStanding(productId)) : null,
  ]);
  // The address names the title of an earlier time, or none.
  if ((params.slug ?? '') !== slugOf(product.title)) throw redirect(productPath(product) + url.search, 301);
  // The visit is sent once the product is known to exist. It is awaited because the answer may set the visitor's first cookie.
  if (visit.length > 0 && !isPrefetch(request)) await optional(api.sendEvents({ events: visit }));
  return {
    product,
    similar,
    goesWith,
    viewed,
    notices: own?.items ?? [],
    delivery,
    // Others do not get its name either.
    ...(standing && { standing }),
    searchId: searchIdOf(url.searchParams),
    visit,
  };
}

/** The shelves of the page share no product. */
async function loadShelves(answers: ApiAnswers, productId: number) {
  const { api, optional } = answers;
  const similar = await optional(api.similar(productId, { limit: 12 }));
  const goesWith = await optional(api.goesWith(productId, { limit: 12, ...excluding(idsOnShelf(similar)) }));
  const viewed = await loadRecentlyViewed(
    answers,
    excluding([productId, ...idsOnShelf(similar), ...idsOnShelf(goesWith)]),
  );
  return { similar, goesWith, viewed };
}

function visitOf(productId: number, search: URLSearchParams): ShopEvent[] {
  const click = clickOf(search, productId) ?? foundClickOf(search, productId);
  const view: ShopEvent = { kind: 'view', product_id: productId };
  return [view, ...(click ? [click] : [])].map((event) => ({ ...event, event_id: crypto.randomUUID() }));
}

/** Another page of reviews does not load the product again. What the shopper says about a shelf does, because the shelves follow it. */
export function shouldRevalidate({ currentUrl, nextUrl, formAction }: ShouldRevalidateFunctionArgs) {
  return currentUrl.pathname !== nextUrl.pathname || formAction === sayPath;
}

export function meta({ loaderData, matches }: Route.MetaArgs) {
  if (!loaderData) return [];
  const { product, delivery } = loaderData;
  const site = siteOf(matches);
  const forSearchEngines = productData(product, {
    publicUrl: site.publicUrl,
    country: site.shop?.default_country,
    shippingMethods: delivery?.methods ?? [],
  });
  return [
    ...pageMeta({
      title: product.title,
      description: productDescription(product),
      site,
      canonicalPath: productPath(product),
      image: product.images[0]?.large_url ?? product.image_url,
      type: 'product',
    }),
    ...(forSearchEngines ? [forSearchEngines] : []),
    breadcrumbsData(
      [...categoryCrumbs(product.categories), { name: product.title, href: productPath(product) }],
      site.publicUrl,
    ),
  ];
}

export default function ProductPage({
  loaderData: { product, similar, goesWith, viewed, notices, delivery, standing, searchId, visit },
}: Route.ComponentProps) {
  useVisit(visit);
  const { instead, onShelf } = splitSimilar(product, similar);
  return (
    <Container className="pt-2 md:pt-6">
      {standing && <StaffBar product={product} standing={standing} />}
      <Breadcrumbs crumbs={categoryCrumbs(product.categories)} />
      <ProductOverview product={product} searchId={searchId} delivery={delivery}>
        <WishButton product={product} look="text" />
        <CompareChoice product={product} />
        <ProductNotices key={product.product_id} product={product} notices={notices} />
        <AvailableInstead items={instead} requestId={similar?.request_id} />
      </ProductOverview>
      <div className="mt-16 flex flex-col gap-16 md:mt-24 md:gap-24">
        <RecommendationShelf key={`similar ${product.product_id}`} recommendations={onShelf} />
        <RecommendationShelf key={`with ${product.product_id}`} recommendations={goesWith} />
        <section id="reviews" aria-labelledby="reviews-heading">
          <h2 id="reviews-heading" className="mb-6 font-semibold text-2xl">
            Reviews
          </h2>
          <Outlet />
        </section>
        <RecentlyViewed viewed={viewed} />
      </div>
    </Container>
  );
}
