/** @file The products that a list considers, with those of a group next to each other. */
import type { CatalogColumns } from '../catalog-in-memory/catalog-columns.ts';
import { allPlaces } from './all-places.ts';
import { scratch } from './scratch.ts';

export interface Visits {
  readonly places: Int32Array;
  readonly length: number;
  /** The item by place. Undefined if no product is in a group with another. */
  readonly items: Int32Array | undefined;
}

/**
 * @param places the products that a text matched; undefined means all products
 * @param positions the position in `places` by place, or -1
 */
export function visitsOf(
  columns: CatalogColumns,
  places: Int32Array | undefined,
  positions: Int32Array | undefined,
): Visits {
  if (!columns.hasGroups) {
    const length = places?.length ?? columns.length;
    return { places: places ?? allPlaces(length), length, items: undefined };
  }
  const all = { places: columns.together, length: columns.length, items: columns.itemId };
  if (!positions) return all;
  const isMissing = scratch.bits(columns.length);
  for (let place = 0; place < columns.length; place++) isMissing[place] = positions[place]! < 0 ? 1 : 0;
  return selectVisits(all, isMissing, 1);
}

/** Returns the position in `places` by place; -1 if the place is not among them. */
export function positionsOf(places: Int32Array, length: number): Int32Array {
  const positions = scratch.places(length).fill(-1, 0, length);
  for (let position = 0; position < places.length; position++) positions[places[position]!] = position;
  return positions;
}

/**
 * Returns the products that fail none of the filters in `bits`.
 * @param failed the filters that a product fails, as bits, by place
 */
export function selectVisits(visits: Visits, failed: Uint32Array, bits: number): Visits {
  if (bits === 0) return visits;
  const { places, items } = visits;
  const selected = scratch.places(visits.length);
  let length = 0;
  for (let visit = 0; visit < visits.length; visit++) {
    const place = places[visit]!;
    // Always written: the next product overwrites one that fails. The processor would predict a branch wrongly too often.
    selected[length] = place;
    length += (failed[place]! & bits) === 0 ? 1 : 0;
  }
  return { places: selected, items, length };
}

/** Products in no order, each with the number that its list is ordered by: the lowest comes first. */
export interface OrderedVisits {
  readonly places: Int32Array;
  readonly orders: Float64Array;
  readonly length: number;
}

/** Returns the first product of each item; among equals, the one that represents the item. */
export function firstOfItems(
  columns: CatalogColumns,
  { places, items, length }: Visits,
  orders: Float64Array,
): OrderedVisits {
  if (!items) return { places, orders, length };
  const firsts = { places: scratch.places(length), orders: scratch.numbers(length) };
  let count = 0;
  for (let visit = 0; visit < length; count++) {
    let first = places[visit]!;
    let order = orders[visit]!;
    const item = items[first]!;
    for (visit++; visit < length; visit++) {
      const place = places[visit]!;
      if (items[place] !== item) break;
      if (orders[visit]! > order) continue;
      if (orders[visit] === order && !columns.standsBefore(place, first)) continue;
      first = place;
      order = orders[visit]!;
    }
    firsts.places[count] = first;
    firsts.orders[count] = order;
  }
  return { ...firsts, length: count };
}
