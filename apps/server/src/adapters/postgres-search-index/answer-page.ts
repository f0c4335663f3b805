import { decodeSearchCursor, encodeSearchCursor, type SearchCursor } from '../../ports/search-cursor.ts';
import type { SearchPage, SearchRequest } from '../../ports/search-index.ts';
import type { CatalogColumns } from '../catalog-in-memory/catalog-columns.ts';
import type { CategoryTree } from '../catalog-in-memory/category-tree.ts';
import { createPageWindow } from '../catalog-in-memory/page-window.ts';
import { countProducts } from './count-products.ts';
import { createFacetCounts } from './facet-counts.ts';
import { presentFacets } from './present-facets.ts';
import { resolveFilters } from './resolve-filters.ts';
import { sortOrder } from './sort-order.ts';

/** What a text matched, of the products that are in the columns. */
export interface MatchedPlaces {
  readonly places: Int32Array;
  readonly scores: Float64Array;
  /** 1: it has all of the text; undefined: none has. */
  readonly isWhole?: Uint8Array | undefined;
}

export type AnsweredPage = Pick<SearchPage, 'productIds' | 'total' | 'wholeTotal' | 'facets' | 'nextCursor'>;

/**
 * A page, its total and facets out of the columns alone.
 * @throws UnknownCategoryError
 * @throws InvalidSearchCursorError
 */
export function answerPage(
  { columns, tree }: { columns: CatalogColumns; tree: CategoryTree },
  { filters, sort, limit, cursor, facets }: Omit<SearchRequest, 'text'>,
  matched: MatchedPlaces | undefined,
): AnsweredPage {
  const after = cursor === undefined ? undefined : decodeSearchCursor(cursor, sort);
  const resolved = resolveFilters(filters, columns, tree);
  const { direction, keyAt } = sortOrder(sort, columns, matched?.scores);
  const skipped = after && isForeignScore(after, matched) ? after.seen : 0;
  const beyond = after && skipped === 0 ? after : undefined;
  const window = createPageWindow(skipped + limit + 1);
  const counts = facets && createFacetCounts(columns, tree.size, facets);
  const { productId, itemId } = columns;
  const isWhole = matched?.isWhole;
  let whole = 0;
  const total = countProducts({
    columns,
    filters: resolved,
    places: matched?.places,
    counts,
    precedes(place, position, other, otherPosition) {
      const byKey = (keyAt(place, position) - keyAt(other, otherPosition)) * direction;
      return byKey === 0 ? columns.standsBefore(place, other) : byKey < 0;
    },
    pass(place, position) {
      const key = keyAt(place, position);
      const id = itemId[place]!;
      if (isWhole) whole += isWhole[position]!;
      if (beyond) {
        const isBeyond = key === beyond.key ? id - beyond.itemId : key - beyond.key;
        if (isBeyond * direction <= 0) return;
      }
      window.offer(direction * key, direction * id, matched ? position : place);
    },
  });
  const positions = window.places().slice(skipped);
  const shown = positions.slice(0, limit);
  const placeAt = (position: number): number => (matched ? matched.places[position]! : position);
  const last = shown.at(-1);
  return {
    productIds: shown.map((position) => productId[placeAt(position)]!),
    total,
    wholeTotal: !isWhole || whole === total ? null : whole,
    facets: counts && presentFacets(counts, columns, tree, resolved.chosenCategoryId),
    nextCursor:
      last === undefined || positions.length <= limit
        ? null
        : encodeSearchCursor({
            engine: 'postgres',
            sort,
            key: keyAt(placeAt(last), last),
            itemId: itemId[placeAt(last)]!,
            seen: (after?.seen ?? 0) + shown.length,
          }),
  };
}

/** A score of the other engine says nothing here: as many products are skipped as were seen. */
const isForeignScore = (after: SearchCursor, matched: MatchedPlaces | undefined): boolean =>
  after.engine !== 'postgres' && after.sort === 'relevance' && matched !== undefined;
