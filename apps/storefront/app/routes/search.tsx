import { Container } from '@kindred/ui';
import { categoryTrail } from '../features/catalog/category-trail.ts';
import { Listing } from '../features/catalog/listing.tsx';
import { isFiltered, listingSearch, parseListing } from '../features/catalog/listing-state.ts';
import { loadListing } from '../features/catalog/load-listing.ts';
import { RecommendationShelf } from '../features/recommendations/recommendation-shelf.tsx';
import { optional } from '../shared/api-answers.ts';
import { isPrefetch } from '../shared/page-visit.ts';
import { publicUrlOf } from '../shared/public-url.ts';
import { apiContext } from '../shared/request-context.ts';
import { pageMeta } from '../shared/seo.ts';
import type { Route } from './+types/search';

export async function loader({ context, request, url }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const state = parseListing(url.searchParams);
  // Words that were typed, and not a filter or a further page of the same search.
  const isNewSearch =
    listingSearch(state) === `?${new URLSearchParams({ q: state.q })}` && !isPrefetch(request);
  const [list, categories] = await Promise.all([
    loadListing(api, state),
    state.category === undefined ? null : optional(api.categories()),
    isNewSearch ? optional(api.sendEvents({ events: [{ kind: 'search', query: state.q }] })) : null,
  ]);
  const suggestions =
    list.items.length === 0 ? await optional(api.recommendations({ context: 'trending', limit: 10 })) : null;
  const trail = categoryTrail(categories?.items ?? [], state.category ?? '');
  return { state, list, suggestions, trail: trail.map(({ slug, name }) => ({ slug, name })) };
}

export function meta({ loaderData, matches }: Route.MetaArgs) {
  if (!loaderData) return [];
  const { state } = loaderData;
  return pageMeta({
    title: state.q === '' ? 'Everything' : `“${state.q}”`,
    description: 'Everything in the shop, by department, price, rating, brand and colour.',
    publicUrl: publicUrlOf(matches),
    canonicalPath: '/search',
    isUnlisted:
      state.q !== '' || state.category !== undefined || isFiltered(state) || state.cursor !== undefined,
  });
}

export default function SearchPage({
  loaderData: { state, list, suggestions, trail },
}: Route.ComponentProps) {
  return (
    <Container className="pt-8 md:pt-10">
      <h1 className="mb-6 font-semibold text-3xl [overflow-wrap:anywhere] md:mb-8">
        {state.q === '' ? 'Everything' : <>Results for “{state.q}”</>}
      </h1>
      <Listing list={list} state={state} trail={trail} path="/search" eagerCount={8} />
      {suggestions && (
        <div className="mt-16">
          <RecommendationShelf recommendations={suggestions} />
        </div>
      )}
    </Container>
  );
}
