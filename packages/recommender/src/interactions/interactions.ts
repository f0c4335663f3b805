import { createHash } from 'node:crypto';

/**
 * User `users[e]` (an index into `userIds`) liked item `items[e]` (an index
 * into `itemIds`) at `timestamps[e]` (ms since 1970). Each pair of user and item occurs once.
 */
export interface Interactions {
  readonly userIds: readonly string[];
  readonly itemIds: Int32Array;
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly timestamps: Float64Array;
  /** How much each says about taste: above 0, on average 1. Missing if all say the same. */
  readonly weights?: Float32Array;
  /** 1 where a person clearly liked the item, 0 for a weaker sign such as a view, which no test asks for. Missing if all are clear. */
  readonly clear?: Uint8Array;
}

class GrowingArray<T extends Int32Array | Float32Array | Float64Array | Uint8Array> {
  #values: T;
  #length = 0;
  readonly #create: (length: number) => T;

  constructor(create: (length: number) => T) {
    this.#create = create;
    this.#values = create(1_024);
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = this.#create(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  get(index: number): number {
    return this.#values[index];
  }

  get length(): number {
    return this.#length;
  }

  toArray(): T {
    return this.#values.slice(0, this.#length) as T;
  }
}

/** Collects interactions from a stream. A repeated pair keeps its newest time and its largest weight, and is clear if one of them is. */
export class InteractionsBuilder {
  readonly #userIndex = new Map<string, number>();
  readonly #itemIndex = new Map<number, number>();
  readonly #edgeOf = new Map<number, number>();
  readonly #users = new GrowingArray((length) => new Int32Array(length));
  readonly #items = new GrowingArray((length) => new Int32Array(length));
  readonly #timestamps = new GrowingArray((length) => new Float64Array(length));
  readonly #weights = new GrowingArray((length) => new Float32Array(length));
  readonly #clear = new GrowingArray((length) => new Uint8Array(length));

  add(
    userId: string,
    itemId: number,
    timestamp: number,
    { weight = 1, isClear = true }: { readonly weight?: number; readonly isClear?: boolean } = {},
  ): void {
    const user = indexIn(this.#userIndex, userId);
    const item = indexIn(this.#itemIndex, itemId);
    const pair = user * 2 ** 26 + item;
    const known = this.#edgeOf.get(pair);
    if (known !== undefined) {
      this.#timestamps.set(known, Math.max(timestamp, this.#timestamps.get(known)));
      this.#weights.set(known, Math.max(weight, this.#weights.get(known)));
      if (isClear) this.#clear.set(known, 1);
      return;
    }
    this.#edgeOf.set(pair, this.#users.length);
    this.#users.push(user);
    this.#items.push(item);
    this.#timestamps.push(timestamp);
    this.#weights.push(weight);
    this.#clear.push(isClear ? 1 : 0);
  }

  build(): Interactions {
    const weights = relativeTo1(this.#weights.toArray());
    const clear = this.#clear.toArray();
    return {
      userIds: [...this.#userIndex.keys()],
      itemIds: Int32Array.from(this.#itemIndex.keys()),
      users: this.#users.toArray(),
      items: this.#items.toArray(),
      timestamps: this.#timestamps.toArray(),
      ...(weights && { weights }),
      ...(clear.includes(0) && { clear }),
    };
  }
}

/** Scales the weights to an average of 1, so that a model needs as much evidence as without weights. Returns undefined if all are equal. */
function relativeTo1(weights: Float32Array): Float32Array | undefined {
  if (weights.every((weight) => weight === weights[0])) return undefined;
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight / mean);
}

function indexIn<Key>(index: Map<Key, number>, key: Key): number {
  const known = index.get(key);
  if (known !== undefined) return known;
  index.set(key, index.size);
  return index.size - 1;
}

/** SHA-256 of everything a model learns from. The same interactions in the same order have the same hash. */
export function hashInteractions(interactions: Interactions): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(interactions.userIds));
  const { itemIds, users, items, timestamps, weights, clear } = interactions;
  for (const array of [
    itemIds,
    users,
    items,
    timestamps,
    ...(weights ? [weights] : []),
    ...(clear ? [clear] : []),
  ])
    hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return hash.digest('hex');
}
