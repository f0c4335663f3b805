/** A product and a number of units. */
export interface StockLine {
  readonly productId: number;
  readonly quantity: number;
}

export interface Shortage {
  readonly productId: number;
  readonly requested: number;
  readonly available: number;
}

/** Returns one line per product, in the order in which every transaction locks them. One order for all prevents deadlocks. */
export function inLockOrder(lines: readonly StockLine[]): StockLine[] {
  const quantities = new Map<number, number>();
  for (const { productId, quantity } of lines)
    quantities.set(productId, (quantities.get(productId) ?? 0) + quantity);
  return [...quantities]
    .map(([productId, quantity]) => ({ productId, quantity }))
    .sort((left, right) => left.productId - right.productId);
}
