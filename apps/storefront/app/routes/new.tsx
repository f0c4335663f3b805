import { Container } from '@kindred/ui';
import { Listing } from '../features/catalog/listing.tsx';
import { isFiltered, pagePath, pageTitle, parseListing } from '../features/catalog/listing-state.ts';
import { loadListingAndTrail } from '../features/catalog/load-listing.ts';
import { askApi } from '../shared/api-answers.ts';
import { keptHandle, loadOrRevisit } from '../shared/kept-pages.ts';
import { pageMeta } from '../shared/seo.ts';
import { siteOf } from '../shared/site.ts';
import type { Route } from './+types/new';

export async function loader({ context, request, url }: Route.LoaderArgs) {
  const answers = askApi(context);
  const state = parseListing(url.searchParams, { sort: 'newest' });
  return { state, ...(await loadListingAndTrail(answers, state, request)) };
}

export const clientLoader = (args: Route.ClientLoaderArgs) => loadOrRevisit(args);
export const handle = keptHandle;

export function meta({ loaderData, matches }: Route.MetaArgs) {
  if (!loaderData) return [];
  const { state } = loaderData;
  return pageMeta({
    title: pageTitle('New', state),
    description: 'What came into the shop last, the newest first.',
    site: siteOf(matches),
    canonicalPath: pagePath('/new', state),
    isUnlisted: isFiltered(state) || state.category !== undefined,
  });
}

export default function NewPage({ loaderData: { state, list, searchId, trail } }: Route.ComponentProps) {
  return (
    <Container isWide className="pt-8 md:pt-10">
      <div className="mb-6 md:mb-8">
        <h1 className="font-semibold text-3xl">New</h1>
        <p className="mt-1.5 text-ink-muted">The newest first.</p>
      </div>
      <Listing list={list} searchId={searchId} state={state} trail={trail} path="/new" eagerCount={8} />
    </Container>
  );
}
