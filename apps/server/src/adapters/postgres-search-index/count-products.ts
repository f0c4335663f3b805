/**
 * @file What passes every filter, of the products that a text matched or of all. The products of a group count as one, wherever one of
 * them does; of those that pass the first in the order stands for it.
 */
import type { CatalogColumns } from '../catalog-in-memory/catalog-columns.ts';
import { allPlaces } from './all-places.ts';
import type { FacetCounts } from './facet-counts.ts';
import { countFacets } from './facet-counts.ts';
import { judgeProducts } from './judge-products.ts';
import type { ResolvedFilters } from './resolve-filters.ts';

/** Products to look at, those of a group next to each other. */
export interface Visits {
  readonly places: Int32Array;
  readonly length: number;
  /** Beside `places`: a number for each item. Undefined: no product is in a group with another. */
  readonly items: Int32Array | undefined;
}

/** Whether of two products of a group the first comes before the second. */
export type Precedes = (
  place: number,
  position: number,
  otherPlace: number,
  otherPosition: number,
) => boolean;

/**
 * Calls `pass` with the place of each product that passes, and its position among `places`; for a group once. Each facet of `counts` counts
 * what passes all filters but its own.
 * @returns how many calls there were
 */
export function countProducts({
  columns,
  filters,
  places,
  counts,
  precedes,
  pass,
}: {
  columns: CatalogColumns;
  filters: ResolvedFilters;
  /** Undefined: all products. */
  places: Int32Array | undefined;
  /** Undefined: no facets are wanted. */
  counts: FacetCounts | undefined;
  precedes: Precedes;
  pass: (place: number, position: number) => void;
}): number {
  const failed = judgeProducts(columns, filters, places);
  const positions = places && columns.hasGroups ? positionsOf(places, columns.length) : undefined;
  const visits = visitsOf(columns, places, positions);
  if (counts) countFacets(counts, { columns, filters, failed, visits });
  return visits.items ? passGroups() : passProducts();

  function passProducts(): number {
    let total = 0;
    for (let position = 0; position < visits.length; position++) {
      const place = visits.places[position]!;
      if (failed[place] !== 0) continue;
      total++;
      pass(place, position);
    }
    return total;
  }

  function passGroups(): number {
    let total = 0;
    let item = 0;
    let best = -1;
    let bestPosition = -1;
    for (let visit = 0; visit < visits.length; visit++) {
      const place = visits.places[visit]!;
      if (failed[place] !== 0) continue;
      const position = positions ? positions[place]! : place;
      if (visits.items![visit] !== item) {
        if (best >= 0) pass(best, bestPosition);
        item = visits.items![visit]!;
        total++;
        best = place;
        bestPosition = position;
      } else if (precedes(place, position, best, bestPosition)) {
        best = place;
        bestPosition = position;
      }
    }
    if (best >= 0) pass(best, bestPosition);
    return total;
  }
}

function visitsOf(
  columns: CatalogColumns,
  places: Int32Array | undefined,
  positions: Int32Array | undefined,
): Visits {
  if (!columns.hasGroups) {
    const length = places?.length ?? columns.length;
    return { places: places ?? allPlaces(length), length, items: undefined };
  }
  const all = columns.together;
  if (!positions) return { ...all, length: columns.length };
  const length = places!.length;
  const matched = { places: new Int32Array(length), items: new Int32Array(length), length };
  let visit = 0;
  for (let at = 0; at < columns.length; at++) {
    const place = all.places[at]!;
    if (positions[place]! < 0) continue;
    matched.places[visit] = place;
    matched.items[visit++] = all.items[at]!;
  }
  return matched;
}

/** By place: where a product stands among those that were matched; -1 where it was not. */
function positionsOf(places: Int32Array, length: number): Int32Array {
  const positions = new Int32Array(length).fill(-1);
  for (let position = 0; position < places.length; position++) positions[places[position]!] = position;
  return positions;
}
