/**
 * @file One pass over the products that a text matched, or over all: what passes every filter is handed on, and each facet counts
 * what passes all filters but its own. A product that fails two filters counts nowhere; one that fails a single filter counts in
 * that filter's facet alone. The products of a group count as one, wherever one of them does.
 */
import type { CatalogColumns } from '../catalog-in-memory/catalog-columns.ts';
import {
  addGroup,
  addProduct,
  beginGroup,
  type CountedAttribute,
  countedAttributes,
  type FacetCounts,
  noteMember,
} from './facet-counts.ts';
import { failsFirstAttribute, judgeOf } from './judge-product.ts';
import type { ResolvedFilters } from './resolve-filters.ts';

/** What passes: a product, or of a group the one of those that pass which comes first. */
export type Pass = (place: number, position: number) => void;

/** Whether of two products of a group the first comes before the second. */
export type Precedes = (
  place: number,
  position: number,
  otherPlace: number,
  otherPosition: number,
) => boolean;

/**
 * Calls `pass` with the place of each product that passes, and its position among `places`; for a group once.
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
  pass: Pass;
}): number {
  const judge = judgeOf(columns, filters);
  const attributes = counts ? attributesOf(counts, filters) : [];
  const { next, hasGroups } = columns;
  const positions = hasGroups && places ? positionsOf(places, columns.length) : undefined;
  const isVisited = new Uint8Array(hasGroups ? columns.length : 0);
  const length = places?.length ?? columns.length;
  let total = 0;

  function countAlone(place: number, position: number): void {
    const failed = judge(place);
    if (failed === 0) {
      total++;
      pass(place, position);
    }
    if (counts) addProduct({ columns, counts, attributes }, place, failed);
  }

  function countGroup(start: number): void {
    let best = -1;
    let bestPosition = -1;
    if (counts) beginGroup(counts);
    let place = start;
    do {
      isVisited[place] = 1;
      const position = positions ? positions[place]! : place;
      if (position >= 0) {
        const failed = judge(place);
        if (failed === 0 && (best < 0 || precedes(place, position, best, bestPosition))) {
          best = place;
          bestPosition = position;
        }
        if (counts) noteMember({ columns, counts, attributes }, place, failed);
      }
      place = next[place]!;
    } while (place !== start);
    if (best >= 0) {
      total++;
      pass(best, bestPosition);
    }
    if (counts) addGroup(counts);
  }

  for (let position = 0; position < length; position++) {
    const place = places ? places[position]! : position;
    if (!hasGroups || next[place] === place) countAlone(place, position);
    else if (isVisited[place] === 0) countGroup(place);
  }
  return total;
}

function attributesOf(counts: FacetCounts, { attributes }: ResolvedFilters): readonly CountedAttribute[] {
  const bits = new Map(attributes.map(({ code }, index) => [code, failsFirstAttribute << index]));
  return countedAttributes(counts, (code) => bits.get(code) ?? 0);
}

/** By place: where a product stands among those that were matched; -1 where it was not. */
function positionsOf(places: Int32Array, length: number): Int32Array {
  const positions = new Int32Array(length).fill(-1);
  for (let position = 0; position < places.length; position++) positions[places[position]!] = position;
  return positions;
}
