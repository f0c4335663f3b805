import type { Shop } from '@kindred/contracts';
import { useRouteLoaderData } from 'react-router';
import type { loader } from '../../root.tsx';

/** What the shop says of itself. Null: the page is made without it, for the shop is not reached. */
export function useShop(): Shop | null {
  return useRouteLoaderData<typeof loader>('root')?.shop ?? null;
}
