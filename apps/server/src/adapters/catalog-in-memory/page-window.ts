/** @file Keeps the first few of many products without sorting the rest, in a heap whose root is the last product kept. */

export interface PageWindow {
  /** Lower `order` comes first; for equal `order`, lower `tie` comes first. */
  offer(order: number, tie: number, place: number): void;
  /** Returns the places in order. */
  places(): number[];
}

export function createPageWindow(capacity: number): PageWindow {
  const orders = new Float64Array(capacity);
  const ties = new Float64Array(capacity);
  const places = new Int32Array(capacity);
  let size = 0;

  const isAfter = (a: number, b: number): boolean =>
    orders[a]! > orders[b]! || (orders[a]! === orders[b]! && ties[a]! > ties[b]!);

  function set(at: number, order: number, tie: number, place: number): void {
    orders[at] = order;
    ties[at] = tie;
    places[at] = place;
  }

  function swap(a: number, b: number): void {
    const [order, tie, place] = [orders[a]!, ties[a]!, places[a]!];
    set(a, orders[b]!, ties[b]!, places[b]!);
    set(b, order, tie, place);
  }

  function rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isAfter(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  }

  function sink(from: number): void {
    for (let at = from; ; ) {
      let last = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < size && isAfter(child, last)) last = child;
      if (last === at) return;
      swap(at, last);
      at = last;
    }
  }

  return {
    offer(order, tie, place) {
      if (size < capacity) {
        set(size, order, tie, place);
        rise(size++);
      } else if (order < orders[0]! || (order === orders[0]! && tie < ties[0]!)) {
        set(0, order, tie, place);
        sink(0);
      }
    },
    places() {
      return Array.from({ length: size }, (_, at) => at)
        .sort((a, b) => (isAfter(a, b) ? 1 : -1))
        .map((at) => places[at]!);
    },
  };
}
