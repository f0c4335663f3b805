import { decodeSearchCursor, encodeSearchCursor, type SearchCursor } from '../../ports/search-cursor.ts';
import type { SearchPage, SearchRequest } from '../../ports/search-index.ts';
import type { CatalogColumns } from '../catalog-in-memory/catalog-columns.ts';
import type { CategoryTree } from '../catalog-in-memory/category-tree.ts';
import { createPageWindow } from '../catalog-in-memory/page-window.ts';
import { countFacets, createFacetCounts } from './facet-counts.ts';
import { bitsOf, judgeProducts } from './judge-products.ts';
import { presentFacets } from './present-facets.ts';
import { resolveFilters } from './resolve-filters.ts';
import { scratch } from './scratch.ts';
import { directionOf, ordersOf } from './sort-order.ts';
import { firstOfItems, type OrderedVisits, positionsOf, selectVisits, visitsOf } from './visits.ts';

/** The products in the columns that a text matched. */
export interface MatchedPlaces {
  readonly places: Int32Array;
  readonly scores: Float64Array;
  /** By position: 1 if the product matches the whole text. Undefined if there is no difference. */
  readonly isWhole?: Uint8Array | undefined;
}

export type AnsweredPage = Pick<SearchPage, 'productIds' | 'total' | 'wholeTotal' | 'facets' | 'nextCursor'>;

/**
 * Computes a page, its total and its facets from the columns.
 * @throws UnknownCategoryError
 * @throws InvalidSearchCursorError
 */
export function answerPage(
  { columns, tree }: { columns: CatalogColumns; tree: CategoryTree },
  { filters, sort, limit, cursor, offset = 0, facets }: Omit<SearchRequest, 'text'>,
  matched: MatchedPlaces | undefined,
): AnsweredPage {
  scratch.putBack();
  const after = cursor === undefined ? undefined : decodeSearchCursor(cursor, sort);
  const resolved = resolveFilters(filters, columns, tree);
  const positions = matched && positionsOf(matched.places, columns.length);
  const all = visitsOf(columns, matched?.places, positions);
  const failed = judgeProducts(columns, resolved, matched?.places);
  const passing = selectVisits(all, failed, bitsOf(resolved));
  const counts = facets && createFacetCounts(columns, tree.size, facets);
  if (counts) countFacets(counts, { columns, filters: resolved, failed, all, passing });

  const scoreAt = matched && ((place: number) => matched.scores[positions![place]!]!);
  const listed = firstOfItems(columns, passing, ordersOf(sort, columns, passing, scoreAt));
  const direction = directionOf(sort);
  const beyond = after && !isForeignScore(after, matched) ? after : undefined;
  const skipped = beyond ? 0 : (after?.seen ?? offset);
  const window = createPageWindow(Math.min(skipped, listed.length) + limit + 1);
  const { productId, itemId } = columns;
  for (let visit = 0; visit < listed.length; visit++) {
    const order = listed.orders[visit]!;
    const tie = direction * itemId[listed.places[visit]!]!;
    if (beyond) {
      const isBefore = order - direction * beyond.key || tie - direction * beyond.itemId;
      if (isBefore <= 0) continue;
    }
    window.offer(order, tie, visit);
  }
  const visits = window.places().slice(skipped);
  const shown = visits.slice(0, limit).map((visit) => listed.places[visit]!);
  const last = visits.at(limit - 1);
  const whole = matched?.isWhole && countWhole(listed, matched.isWhole, positions!);
  return {
    productIds: shown.map((place) => productId[place]!),
    total: listed.length,
    wholeTotal: whole === undefined || whole === listed.length ? null : whole,
    facets: counts && presentFacets(counts, columns, tree, resolved.chosenCategoryId),
    nextCursor:
      visits.length <= limit
        ? null
        : encodeSearchCursor({
            engine: 'postgres',
            sort,
            key: direction * listed.orders[last!]!,
            itemId: itemId[listed.places[last!]!]!,
            seen: (after?.seen ?? offset) + shown.length,
          }),
  };
}

function countWhole({ places, length }: OrderedVisits, isWhole: Uint8Array, positions: Int32Array): number {
  let whole = 0;
  for (let visit = 0; visit < length; visit++) whole += isWhole[positions[places[visit]!]!]!;
  return whole;
}

/** The other engine's scores mean nothing here, so the page skips as many products as were shown. */
const isForeignScore = (after: SearchCursor, matched: MatchedPlaces | undefined): boolean =>
  after.engine !== 'postgres' && after.sort === 'relevance' && matched !== undefined;
