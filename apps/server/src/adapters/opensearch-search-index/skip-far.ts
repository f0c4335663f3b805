import { askWhole, type SearchTarget } from './ask-whole.ts';
import type { Json } from './connection.ts';
import type { Beginning, SearchAnswer } from './page-request.ts';

/** What a server lets be skipped at once, the page included. */
const furthestSkip = 10_000;

/** Goes far down a list of the other engine in steps, each after the last product of the one before. */
export async function skipFar(
  target: SearchTarget,
  { query, post_filter, sort }: Json,
  beginning: Beginning,
  limit: number,
  furthest = furthestSkip,
): Promise<Beginning> {
  if ('after' in beginning || beginning.skip + limit < furthest) return beginning;
  let after: readonly [number, number] | undefined;
  for (let left = beginning.skip; left > 0; ) {
    const size = Math.min(left, furthest);
    const { hits } = await askWhole<SearchAnswer>(target, {
      query,
      post_filter,
      sort,
      size,
      track_total_hits: false,
      _source: false,
      ...(after && { search_after: after }),
    });
    after = hits.hits.at(-1)?.sort ?? after;
    if (hits.hits.length < size) break;
    left -= size;
  }
  return after ? { after } : { skip: 0 };
}
