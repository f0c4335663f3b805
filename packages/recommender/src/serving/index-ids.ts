/** Finds the place of an id. */
export interface IdIndex {
  /** Returns undefined for an unknown id. */
  get(id: number): number | undefined;
  has(id: number): boolean;
}

/** A table takes four bytes for each number up to the highest id, a map some forty for each id. */
const mostPerId = 10;

/**
 * Indexes different ids, in the order of the array. A table is used if the ids are dense, as those of a database are: a map of 100,000 ids costs a
 * shelf more than the dot products that it looks up.
 */
export function indexIds(ids: Int32Array): IdIndex {
  let highest = -1;
  let lowest = 0;
  for (const id of ids) {
    if (id > highest) highest = id;
    if (id < lowest) lowest = id;
  }
  if (lowest < 0 || highest >= ids.length * mostPerId)
    return new Map(Array.from(ids, (id, place) => [id, place]));
  const places = new Int32Array(highest + 1);
  for (let place = 0; place < ids.length; place++) places[ids[place]!] = place + 1;
  return {
    get(id) {
      const place = places[id];
      return place === undefined || place === 0 ? undefined : place - 1;
    },
    has: (id) => (places[id] ?? 0) > 0,
  };
}
