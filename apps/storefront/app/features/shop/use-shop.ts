import type { Shop } from '@kindred/contracts';
import { useRouteLoaderData } from 'react-router';
import type { loader } from '../../root.tsx';

/** The shop's name, texts and settings. Null if they could not be loaded. */
export function useShop(): Shop | null {
  return useRouteLoaderData<typeof loader>('root')?.shop ?? null;
}
