import { parseListing } from '../features/catalog/listing-state.ts';
import { loadListing } from '../features/catalog/load-listing.ts';
import { askApi } from '../shared/api-answers.ts';
import type { Route } from './+types/listing';

/** What follows on a product list, for lists that grow on the page. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const { items, next_cursor } = await loadListing(askApi(context), parseListing(url.searchParams), {
    cursor,
  });
  return { items, next_cursor };
}
