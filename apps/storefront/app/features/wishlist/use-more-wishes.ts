import { useEffect, useState } from 'react';
import { useFetcher } from 'react-router';
import { useIfReachable } from '../../shared/use-if-reachable.ts';
import type { WishlistPageData } from './load-wishlist.ts';

/** Appends further pages of the wishlist below the first. */
export function useMoreWishes(first: WishlistPageData, path: string) {
  const [appended, setAppended] = useState<WishlistPageData[]>([]);
  const ifReachable = useIfReachable();
  const fetcher = useFetcher<{ wishlist: WishlistPageData }>();
  const more = fetcher.data?.wishlist;
  useEffect(() => {
    if (more) setAppended((pages) => (pages.includes(more) ? pages : [...pages, more]));
  }, [more]);
  const pages = [first, ...appended];
  const { nextCursor } = pages.at(-1)!;
  // A product added meanwhile moves others to the next page. Show each once.
  const items = [
    ...new Map(pages.flatMap((page) => page.items).map((wish) => [wish.productId, wish])).values(),
  ];
  return {
    items,
    nextCursor,
    isLoading: fetcher.state !== 'idle',
    loadMore: () => {
      if (nextCursor !== null)
        ifReachable(() => fetcher.load(`${path}?${new URLSearchParams({ cursor: nextCursor })}`));
    },
  };
}
