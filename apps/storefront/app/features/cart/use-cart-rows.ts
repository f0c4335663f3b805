import type { CartItem } from '@kindred/contracts';
import { useState } from 'react';

export interface CartRow {
  item: CartItem;
  /** The quantity that the server last reported; 0 if the line is not in the cart. */
  shown: number;
  /** Removed, and “Undo” is on offer. */
  isRemoved: boolean;
  /** The page keeps the row even if the line is not in the cart. */
  isKept: boolean;
}

interface Kept {
  item: CartItem;
  isRemoved: boolean;
}

/**
 * The lines in the order in which the page first saw them. A removed line keeps its place until its time is up. If it is restored it
 * keeps its place too, although the server lists it as a new line.
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
