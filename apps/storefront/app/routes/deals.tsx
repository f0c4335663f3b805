import { Container, EmptyState } from '@kindred/ui';
import { useRouteLoaderData } from 'react-router';
import { Listing } from '../features/catalog/listing.tsx';
import { isFiltered, pagePath, pageTitle, parseListing } from '../features/catalog/listing-state.ts';
import { loadListingAndTrail } from '../features/catalog/load-listing.ts';
import { DepartmentTiles } from '../features/home/department-tiles.tsx';
import type { loader as rootLoader } from '../root.tsx';
import { askApi } from '../shared/api-answers.ts';
import { keptHandle, loadOrRevisit } from '../shared/kept-pages.ts';
import { pageMeta } from '../shared/seo.ts';
import { siteOf } from '../shared/site.ts';
import type { Route } from './+types/deals';

export async function loader({ context, request, url }: Route.LoaderArgs) {
  const answers = askApi(context);
  const state = parseListing(url.searchParams, { isDealsOnly: true, sort: 'discount' });
  return { state, ...(await loadListingAndTrail(answers, state, request)) };
}

export const clientLoader = (args: Route.ClientLoaderArgs) => loadOrRevisit(args);
export const handle = keptHandle;

export function meta({ loaderData, matches }: Route.MetaArgs) {
  if (!loaderData) return [];
  const { state, list } = loaderData;
  return pageMeta({
    title: pageTitle('Deals', state),
    description: 'Everything on sale. Reductions count from the lowest price of the last 30 days.',
    site: siteOf(matches),
    canonicalPath: pagePath('/deals', state),
    isUnlisted: isFiltered(state) || state.category !== undefined || list.total === 0,
  });
}

export default function DealsPage({ loaderData: { state, list, searchId, trail } }: Route.ComponentProps) {
  const departments = useRouteLoaderData<typeof rootLoader>('root')?.departments ?? [];
  const hasNone = list.total === 0 && !isFiltered(state) && state.category === undefined;
  return (
    <Container isWide className="pt-8 md:pt-10">
      <div className="mb-6 md:mb-8">
        <h1 className="font-semibold text-3xl">Deals</h1>
        {!hasNone && (
          <p className="mt-1.5 text-ink-muted">Reductions count from the lowest price of the last 30 days.</p>
        )}
      </div>
      {hasNone ? (
        <div className="flex flex-col gap-12">
          <EmptyState title="There are no deals right now">
            Prices change often. Until then, look around in our departments.
          </EmptyState>
          <DepartmentTiles departments={departments} />
        </div>
      ) : (
        <Listing list={list} searchId={searchId} state={state} trail={trail} path="/deals" eagerCount={8} />
      )}
    </Container>
  );
}
