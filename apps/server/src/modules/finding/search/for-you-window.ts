import type { SearchIndex } from '../../../ports/search-index.ts';
import type { Shopper } from '../interactions/index.ts';
import { type RankDependencies, rankForShopper } from '../recommendations/index.ts';
import { askIndex } from './ask-index.ts';
import { type FindWindow, windowSize } from './list-in-window.ts';

/** Orders the first products, by relevance or popularity, as it fits the shopper. */
export function forYouWindow(
  dependencies: RankDependencies & { readonly searchIndex: SearchIndex },
  shopper: Shopper,
): FindWindow {
  return async (request, readUntil) => {
    const page = await askIndex(dependencies.searchIndex, { ...request, limit: windowSize });
    const { productIds, reading, nextCursor } = page;
    const ranksByText = reading !== null;
    const ranking = await rankForShopper(dependencies, { shopper, productIds, ranksByText, readUntil });
    return {
      page,
      productIds: ranking?.productIds ?? productIds,
      personalised: ranking !== undefined,
      nextCursor,
      readAt: ranking?.readAt,
    };
  };
}
