import { askWhole, type SearchTarget } from './ask-whole.ts';
import { havingProduct } from './nested-products.ts';
import type { Beginning, ListRequest, SearchAnswer } from './page-request.ts';
import { sortOrder } from './sort-order.ts';

/** The most items that a server skips in one request, including the page. */
const furthestSkip = 10_000;

/** Skips many items in steps. Each step starts after the last item of the previous one. */
export async function skipFar(
  target: SearchTarget,
  { passing, sort }: ListRequest,
  beginning: Beginning,
  limit: number,
  furthest = furthestSkip,
): Promise<Beginning> {
  if ('after' in beginning || beginning.skip + limit < furthest) return beginning;
  let after: readonly [number, number] | undefined;
  for (let left = beginning.skip; left > 0; ) {
    const size = Math.min(left, furthest);
    const { hits } = await askWhole<SearchAnswer>(target, {
      query: havingProduct(passing),
      sort: sortOrder(sort, passing).items,
      size,
      track_total_hits: false,
      ...(after && { search_after: after }),
    });
    after = hits.hits.at(-1)?.sort ?? after;
    if (hits.hits.length < size) break;
    left -= size;
  }
  return after ? { after } : { skip: 0 };
}
