import type { SearchReading } from '@kindred/contracts';
import { Container } from '@kindred/ui';
import { useRouteLoaderData } from 'react-router';
import { Listing } from '../features/catalog/listing.tsx';
import {
  isFiltered,
  listingSearch,
  pagePath,
  pageTitle,
  parseListing,
} from '../features/catalog/listing-state.ts';
import { loadListingAndTrail } from '../features/catalog/load-listing.ts';
import { RecommendationShelf } from '../features/recommendations/recommendation-shelf.tsx';
import { NoResults } from '../features/search/no-results.tsx';
import { SearchNotice } from '../features/search/search-notice.tsx';
import type { loader as rootLoader } from '../root.tsx';
import { askApi } from '../shared/api-answers.ts';
import { keptHandle, loadOrRevisit } from '../shared/kept-pages.ts';
import { isPrefetch } from '../shared/page-visit.ts';
import { pageMeta } from '../shared/seo.ts';
import { siteOf } from '../shared/site.ts';
import type { Route } from './+types/search';

export async function loader({ context, request, url }: Route.LoaderArgs) {
  const answers = askApi(context);
  const { api, optional } = answers;
  const state = parseListing(url.searchParams);
  // The shopper typed words, and did not filter or continue the same search.
  const isNewSearch =
    listingSearch(state) === `?${new URLSearchParams({ q: state.q })}` && !isPrefetch(request);
  const [found] = await Promise.all([
    loadListingAndTrail(answers, state, request),
    isNewSearch ? optional(api.sendEvents({ events: [{ kind: 'search', query: state.q }] })) : null,
  ]);
  const suggestions =
    found.list.items.length === 0
      ? await optional(api.recommendations({ context: 'search-empty', limit: 10 }))
      : null;
  return { state, ...found, suggestions };
}

export const clientLoader = (args: Route.ClientLoaderArgs) => loadOrRevisit(args);
export const handle = keptHandle;

export function meta({ loaderData, matches }: Route.MetaArgs) {
  if (!loaderData) return [];
  const { state } = loaderData;
  return pageMeta({
    title: pageTitle(state.q === '' ? 'All products' : `“${state.q}”`, state),
    description: 'Browse all products by department, price, rating, brand and colour.',
    site: siteOf(matches),
    canonicalPath: pagePath('/search', state),
    isUnlisted: state.q !== '' || state.category !== undefined || isFiltered(state),
  });
}

export default function SearchPage({
  loaderData: { state, list, searchId, suggestions, trail },
}: Route.ComponentProps) {
  const departments = useRouteLoaderData<typeof rootLoader>('root')?.departments ?? [];
  const { search } = list;
  const inOtherWords = (q: string) => `/search${listingSearch({ ...state, q, page: 1 })}`;

  if (search && list.total === 0 && !isFiltered(state))
    return (
      <Container isWide className="pt-8 md:pt-10">
        <NoResults
          q={state.q}
          everywhereHref={
            state.category === undefined
              ? undefined
              : `/search${listingSearch({ ...state, category: undefined, page: 1 })}`
          }
          departments={departments}
          popular={suggestions}
        />
      </Container>
    );
  return (
    <Container isWide className="pt-8 md:pt-10">
      <div className="mb-6 md:mb-8">
        <h1 className="font-semibold text-3xl [overflow-wrap:anywhere]">
          {state.q === '' ? 'All products' : <>Results for “{wordsOf(state.q, search)}”</>}
        </h1>
        {search && <SearchNotice q={state.q} search={search} total={list.total} hrefOf={inOtherWords} />}
      </div>
      <Listing list={list} searchId={searchId} state={state} trail={trail} path="/search" eagerCount={8} />
      {suggestions && (
        <div className="mt-16">
          <RecommendationShelf recommendations={suggestions} />
        </div>
      )}
    </Container>
  );
}

/** The words that search used after corrections. */
const wordsOf = (q: string, search: SearchReading | null): string =>
  search?.reading === 'corrected' ? (search.did_you_mean ?? q) : q;
