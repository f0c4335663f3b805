import type { ReactNode } from 'react';
import { useLocation, useNavigation } from 'react-router';
import { ListPageSkeleton, ProductPageSkeleton } from './page-skeletons.tsx';
import { usePendingFor } from './use-pending-for.ts';

/** A faster page would only flicker. */
const pauseMs = 150;

const outlines: readonly [path: RegExp, outline: ReactNode][] = [
  [/^\/(c\/|b\/|search$|deals$|new$)/, <ListPageSkeleton key="list" />],
  [/^\/p\/[^/]+(\/[^/]*)?$/, <ProductPageSkeleton key="product" />],
];

/** The outline of the next page, once that has been loading for a while. */
export function useOutline(): ReactNode {
  const { pathname } = useLocation();
  const { location: next, formMethod } = useNavigation();
  const isPending = next !== undefined && formMethod === undefined && next.pathname !== pathname;
  const isLong = usePendingFor(isPending, pauseMs);
  return isLong && isPending ? outlines.find(([path]) => path.test(next.pathname))?.[1] : undefined;
}
