import { setImmediate } from 'node:timers/promises';
import type { Proposing } from './fusion.ts';
import { indexIds } from './index-ids.ts';
import type { ItemModel } from './recommender-model.ts';

/** How many items a list of the nearest has at most. */
const listLength = 100;

/** After this many items the loop yields to the event loop. */
const itemsAtOnce = 64;

/** Returns what a model recommends to a person who likes only one item, by the items' numbers. Each list is made when it is first asked for. */
export function nearestBy(model: ItemModel, itemIds: Int32Array): Proposing {
  const itemIndex = indexIds(itemIds);
  const known = new Map<number, Int32Array>();
  return (item) => {
    const before = known.get(item);
    if (before) return before;
    const itemId = itemIds[item];
    const found = model
      .recommendForHistory({ history: [{ itemId, weight: 1 }], exclude: new Set([itemId]), k: listLength })
      .filter(({ score }) => score > 0);
    const list = Int32Array.from(found, (near) => itemIndex.get(near.itemId)!);
    known.set(item, list);
    return list;
  };
}

/** Makes all lists, as one row of `listLength` numbers per item, filled up with -1. Rejects with the signal's reason when aborted. */
export async function tabulateNearest(
  nearest: Proposing,
  numItems: number,
  signal?: AbortSignal,
): Promise<Int32Array> {
  const table = new Int32Array(numItems * listLength).fill(-1);
  for (let item = 0; item < numItems; item++) {
    if (item % itemsAtOnce === 0) {
      await setImmediate();
      signal?.throwIfAborted();
    }
    table.set(nearest(item), item * listLength);
  }
  return table;
}

/** Reads the lists of a table. */
export function nearestIn(table: Int32Array): Proposing {
  return (item) => {
    const row = table.subarray(item * listLength, (item + 1) * listLength);
    const end = row.indexOf(-1);
    return end === -1 ? row : row.subarray(0, end);
  };
}

/** @returns what is wrong with a stored table, if anything */
export function problemOf(table: Int32Array, numItems: number): string | undefined {
  if (table.length !== numItems * listLength) return `nearest must have ${listLength} numbers per item.`;
  const stray = table.find((item) => item < -1 || item >= numItems);
  return stray === undefined ? undefined : `nearest names item ${stray}, but there are ${numItems} items.`;
}
