import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react';
import { useFetchers, useRouteLoaderData } from 'react-router';
import type { loader } from '../../routes/cart/cart.tsx';
import { useSession } from '../session/use-session.ts';
import { type CartChange, itemsGained, readCartChange } from './cart-change.ts';
import { createWantedQuantities, type WantedQuantities, type Wishes } from './wanted-quantities.ts';

const Wanted = createContext<WantedQuantities>(createWantedQuantities());

export function PendingCartProvider({ children }: { children: ReactNode }) {
  const [wanted] = useState(createWantedQuantities);
  return <Wanted value={wanted}>{children}</Wanted>;
}

export function useWantedQuantities(): { wanted: WantedQuantities; wishes: Wishes } {
  const wanted = useContext(Wanted);
  return { wanted, wishes: useSyncExternalStore(wanted.subscribe, wanted.wishes, wanted.wishes) };
}

/** Changes that the server has not answered yet. */
export function usePendingChanges(): CartChange[] {
  return useFetchers().flatMap(({ formData }) => (formData && readCartChange(formData)) ?? []);
}

/** The number of items, including changes that the server has not answered yet. */
export function useCartCount(): number {
  const { cart_item_count: itemCount } = useSession();
  const changes = usePendingChanges();
  const { wishes } = useWantedQuantities();
  const items = useRouteLoaderData<typeof loader>('routes/cart/cart')?.cart.items ?? [];
  const shown = (productId: number) =>
    items.find(({ product }) => product.product_id === productId)?.quantity ?? 0;

  const ofWishes = [...wishes].map(([productId, { quantity }]) => quantity - shown(productId));
  const ofChanges = changes
    .filter(({ kind, productId }) => kind !== 'set-quantity' || !wishes.has(productId ?? 0))
    .map(itemsGained);
  return Math.max(
    0,
    [...ofWishes, ...ofChanges].reduce((sum, gained) => sum + gained, itemCount),
  );
}

/** Whether the totals may still change. */
export function useIsCartPending(): boolean {
  const changes = usePendingChanges();
  const { wishes } = useWantedQuantities();
  return changes.length > 0 || wishes.size > 0;
}
