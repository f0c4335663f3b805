import { Container } from '@kindred/ui';
import { useRouteLoaderData } from 'react-router';
import { categoryTrail, shownTrail } from '../features/catalog/category-trail.ts';
import { Listing } from '../features/catalog/listing.tsx';
import { isFiltered, parseListing } from '../features/catalog/listing-state.ts';
import { loadListing } from '../features/catalog/load-listing.ts';
import { DepartmentTiles } from '../features/home/department-tiles.tsx';
import { Hero, heroItems, heroSize } from '../features/home/hero.tsx';
import { organizationData } from '../features/home/organization-data.ts';
import { excluding, idsOnShelf } from '../features/recommendations/excluding.ts';
import { RecommendationShelf } from '../features/recommendations/recommendation-shelf.tsx';
import { shelfHeading } from '../features/recommendations/shelf-heading.ts';
import type { loader as rootLoader } from '../root.tsx';
import { type ApiAnswers, askApi } from '../shared/api-answers.ts';
import { keptHandle, loadOrRevisit } from '../shared/kept-pages.ts';
import { pageMeta } from '../shared/seo.ts';
import { siteOf } from '../shared/site.ts';
import type { Route } from './+types/home';

const shelfSize = 15;

export async function loader({ context, url }: Route.LoaderArgs) {
  const answers = askApi(context);
  const { api, optional } = answers;
  const state = parseListing(url.searchParams);
  const [list, { forYou, trending }, categories] = await Promise.all([
    loadListing(answers, state),
    loadShelves(answers),
    state.category === undefined ? null : optional(api.categories()),
  ]);
  const trail = categoryTrail(categories?.items ?? [], state.category ?? '');
  return { state, list, forYou, trending, trail: shownTrail(trail) };
}

/** The shelves of the page share no product. */
async function loadShelves({ api, optional }: ApiAnswers) {
  const forYou = await optional(api.recommendations({ context: 'home', limit: shelfSize }));
  const trending = await optional(
    api.recommendations({
      context: 'trending',
      limit: shelfSize + heroSize,
      ...excluding(idsOnShelf(forYou)),
    }),
  );
  return { forYou, trending };
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
    isUnlisted: loaderData !== undefined && (isFiltered(loaderData.state) || loaderData.state.page > 1),
  });
  return shop ? [...page, organizationData(shop, publicUrl)] : page;
}

export default function Home({ loaderData: { state, list, forYou, trending, trail } }: Route.ComponentProps) {
  const departments = useRouteLoaderData<typeof rootLoader>('root')?.departments ?? [];
  // If the visitor's shelf fell back to trending products, one such shelf is enough.
  const isTrendingTwice =
    forYou !== null && trending !== null && shelfHeading(forYou).title === shelfHeading(trending).title;

  const featured = trending ? heroItems(trending) : [];
  const others = trending && {
    ...trending,
    items: trending.items.filter((item) => !featured.includes(item)),
  };

  return (
    <>
      <Hero featured={trending} items={featured} />
      <Container className="flex flex-col gap-16 pt-14 md:gap-20 md:pt-16">
        <RecommendationShelf recommendations={forYou} areFirstInView />
        <DepartmentTiles departments={departments} />
        {!isTrendingTwice && <RecommendationShelf recommendations={others} />}
        <section id="browse" aria-labelledby="browse-heading">
          <h2 id="browse-heading" className="mb-5 font-semibold text-2xl">
            Browse all products
          </h2>
          <Listing list={list} state={state} trail={trail} path="/" fragment="#browse" />
        </section>
      </Container>
    </>
  );
}
