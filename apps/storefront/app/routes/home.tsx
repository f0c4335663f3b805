import { Container, LinkButton } from '@kindred/ui';
import { useRouteLoaderData } from 'react-router';
import { categoryTrail, shownTrail } from '../features/catalog/category-trail.ts';
import { Listing } from '../features/catalog/listing.tsx';
import { listingSearch, parseListing } from '../features/catalog/listing-state.ts';
import { loadListing } from '../features/catalog/load-listing.ts';
import { DepartmentTiles } from '../features/home/department-tiles.tsx';
import { FeaturedSlides } from '../features/home/featured-slides.tsx';
import { type HomeParts, loadHome } from '../features/home/load-home.ts';
import { organizationData } from '../features/home/organization-data.ts';
import { RecommendationShelf } from '../features/recommendations/recommendation-shelf.tsx';
import { useShop } from '../features/shop/use-shop.ts';
import { RecentlyViewed } from '../features/viewed/recently-viewed.tsx';
import type { loader as rootLoader } from '../root.tsx';
import { askApi } from '../shared/api-answers.ts';
import { countOf } from '../shared/in-words.ts';
import { keptHandle, loadOrRevisit } from '../shared/kept-pages.ts';
import { pageMeta } from '../shared/seo.ts';
import { siteOf } from '../shared/site.ts';
import type { Route } from './+types/home';

export async function loader({ context, url }: Route.LoaderArgs) {
  const answers = askApi(context);
  const state = parseListing(url.searchParams);
  // Filters, sorts and pages are about the list alone: its numbers are exact only without the products above it.
  if (listingSearch(state) === '') return { state, parts: await loadHome(answers, state), trail: [] };
  const { api, optional } = answers;
  const [list, categories] = await Promise.all([
    loadListing(answers, state),
    state.category === undefined ? null : optional(api.categories()),
  ]);
  const trail = categoryTrail(categories?.items ?? [], state.category ?? '');
  return { state, list, trail: shownTrail(trail) };
}

export const clientLoader = (args: Route.ClientLoaderArgs) => loadOrRevisit(args);
export const handle = keptHandle;

export function meta({ loaderData, matches }: Route.MetaArgs) {
  const site = siteOf(matches);
  const { shop, publicUrl } = site;
  const page = pageMeta({
    title: shop?.tagline.replace(/\.$/, '') || 'Home',
    description: shop?.description ?? '',
    site,
    canonicalPath: '/',
    isUnlisted: loaderData?.list !== undefined,
  });
  return shop ? [...page, organizationData(shop, publicUrl)] : page;
}

export default function Home({ loaderData: { state, parts, list, trail } }: Route.ComponentProps) {
  if (parts) return <Start parts={parts} state={state} />;
  return (
    <Container className="pt-8 md:pt-10">
      <h1 id="browse" className="mb-6 font-semibold text-3xl md:mb-8">
        Browse all products
      </h1>
      <Listing list={list} state={state} trail={trail} path="/" fragment="#browse" eagerCount={8} />
    </Container>
  );
}

type ListState = Route.ComponentProps['loaderData']['state'];

/** A visitor whose taste the shop knows finds their own shelf first, any other what the shop chose to show. */
function Start({ parts, state }: { parts: HomeParts; state: ListState }) {
  const shop = useShop();
  const departments = useRouteLoaderData<typeof rootLoader>('root')?.departments ?? [];
  const { isPersonal, forYou, viewed, slides, trending, grid } = parts;
  const tagline = shop?.tagline || shop?.name;
  const forYouShelf = <RecommendationShelf recommendations={forYou} areFirstInView={isPersonal} />;
  const browse = (
    <section id="browse" aria-labelledby="browse-heading">
      <h2 id="browse-heading" className="mb-5 font-semibold text-2xl">
        Browse all products
      </h2>
      <Listing list={grid} state={state} trail={[]} path="/" fragment="#browse" />
      <div className="mt-10 flex justify-center lg:justify-end">
        <LinkButton href="/search" variant="secondary">
          Browse all {countOf(grid.total, 'product')}
        </LinkButton>
      </div>
    </section>
  );
  const gap = 'flex flex-col gap-14 md:gap-20';

  if (!isPersonal)
    return (
      <>
        <FeaturedSlides
          slides={slides}
          heading={<h1 className="font-medium text-lg">{tagline}</h1>}
          headingLevel={2}
          isFirstInView
        />
        <Container className={`${gap} pt-10 md:pt-14`}>
          {forYouShelf}
          <RecentlyViewed viewed={viewed} />
          <DepartmentTiles departments={departments} />
          <RecommendationShelf recommendations={trending} />
          {browse}
        </Container>
      </>
    );
  return (
    <>
      <Container className={`${gap} pt-4 pb-14 md:pt-6 md:pb-20`}>
        <div>
          <h1 className="mb-4 text-ink-muted text-sm md:mb-5">{tagline}</h1>
          {forYouShelf}
        </div>
        <RecentlyViewed viewed={viewed} />
      </Container>
      <FeaturedSlides
        slides={slides}
        heading={<h2 className="font-semibold text-2xl">Featured</h2>}
        headingLevel={3}
      />
      <Container className={`${gap} pt-14 md:pt-20`}>
        <DepartmentTiles departments={departments} />
        <RecommendationShelf recommendations={trending} />
        {browse}
      </Container>
    </>
  );
}
