import type { CartItem } from '@kindred/contracts';
import { useState } from 'react';

export interface CartRow {
  item: CartItem;
  /** How many the server says there are; 0: the line is not there (any more). */
  shown: number;
  /** Taken out, and offered back. */
  isRemoved: boolean;
  /** It stays on the page without being in the cart, until it is forgotten. */
  isKept: boolean;
}

interface Kept {
  item: CartItem;
  isRemoved: boolean;
}

/**
 * The lines in the order they were first seen in: what was removed keeps its place until it is put back or given up, though for
 * the server it is a new line by then.
 */
export function useCartRows(items: readonly CartItem[]) {
  const [order, setOrder] = useState<readonly number[]>([]);
  const [kept, setKept] = useState<ReadonlyMap<number, Kept>>(new Map());

  const fresh = items.map(({ product }) => product.product_id).filter((id) => !order.includes(id));
  if (fresh.length > 0) setOrder([...order, ...fresh]);

  const byId = new Map(items.map((item) => [item.product.product_id, item]));
  const rows = [...order, ...fresh].flatMap((id): CartRow[] => {
    const keptLine = kept.get(id);
    const item = byId.get(id) ?? keptLine?.item;
    if (!item) return [];
    return [
      {
        item,
        shown: byId.get(id)?.quantity ?? 0,
        isRemoved: keptLine?.isRemoved ?? false,
        isKept: keptLine !== undefined,
      },
    ];
  });

  const keep = (item: CartItem, isRemoved: boolean) =>
    setKept((before) => new Map([...before, [item.product.product_id, { item, isRemoved }]]));
  return {
    rows,
    remove: (item: CartItem) => keep(item, true),
    putBack: (item: CartItem) => keep(item, false),
    forget: (id: number) => setKept((before) => new Map([...before].filter(([key]) => key !== id))),
  };
}

export type CartRows = ReturnType<typeof useCartRows>;
