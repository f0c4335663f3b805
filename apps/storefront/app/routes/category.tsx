import { Breadcrumbs, Container } from '@kindred/ui';
import { redirect } from 'react-router';
import { CategoryChips } from '../features/catalog/category-chips.tsx';
import { categoryDescription } from '../features/catalog/category-description.ts';
import { kindsOf } from '../features/catalog/category-kinds.ts';
import {
  categoryCrumbs,
  categoryTrail,
  movedCategory,
  shownTrail,
} from '../features/catalog/category-trail.ts';
import { Listing } from '../features/catalog/listing.tsx';
import { isFiltered, pagePath, pageTitle, parseListing } from '../features/catalog/listing-state.ts';
import { loadFoundListing } from '../features/catalog/load-listing.ts';
import { askApi, notFound } from '../shared/api-answers.ts';
import { breadcrumbsData } from '../shared/breadcrumbs-data.ts';
import { keptHandle, loadOrRevisit } from '../shared/kept-pages.ts';
import { categoryPath } from '../shared/paths.ts';
import { pageMeta } from '../shared/seo.ts';
import { siteOf } from '../shared/site.ts';
import type { Route } from './+types/category';

export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const answers = askApi(context);
  const slug = params['*'].replace(/\/+$/, '');
  if (slug === '') throw redirect('/search');
  const { items } = await answers.required(answers.api.categories());
  const trail = categoryTrail(items, slug);
  const category = trail.at(-1);
  if (!category) {
    const moved = movedCategory(items, slug);
    throw moved ? redirect(categoryPath(moved.slug) + url.search, 301) : await notFound(context);
  }
  const state = parseListing(url.searchParams, { category: slug });
  const { list, searchId } = await loadFoundListing(answers, state, request);
  return {
    state,
    list,
    searchId,
    image: category.image_url,
    kinds: kindsOf(items, category),
    trail: shownTrail(trail),
  };
}

export const clientLoader = (args: Route.ClientLoaderArgs) => loadOrRevisit(args);
export const handle = keptHandle;

export function meta({ loaderData, matches }: Route.MetaArgs) {
  if (!loaderData) return [];
  const { trail, list, state, image } = loaderData;
  const site = siteOf(matches);
  const name = trail.at(-1)?.name ?? '';
  return [
    ...pageMeta({
      title: pageTitle(name, state),
      description: categoryDescription(name, list),
      site,
      canonicalPath: pagePath(categoryPath(state.category ?? ''), state),
      image,
      isUnlisted: isFiltered(state) || state.q !== '',
    }),
    breadcrumbsData(categoryCrumbs(trail), site.publicUrl),
  ];
}

export default function CategoryPage({
  loaderData: { state, list, searchId, trail, kinds },
}: Route.ComponentProps) {
  return (
    <Container isWide className="pt-6 md:pt-8">
      <Breadcrumbs crumbs={categoryCrumbs(trail)} isLastCurrent />
      <h1 className="mt-2 mb-4 font-semibold text-3xl md:mb-6">{trail.at(-1)?.name}</h1>
      <CategoryChips {...kinds} current={state.category ?? ''} />
      <Listing
        list={list}
        searchId={searchId}
        state={state}
        trail={trail}
        path={categoryPath(state.category ?? '')}
        eagerCount={8}
      />
    </Container>
  );
}
