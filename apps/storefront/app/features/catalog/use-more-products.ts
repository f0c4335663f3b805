import { type ListedProduct, mostPages } from '@kindred/contracts';
import { useEffect, useState } from 'react';
import { useFetcher, useLocation } from 'react-router';
import type { loader } from '../../routes/listing.ts';
import { useIfReachable } from '../../shared/use-if-reachable.ts';
import { type ListingState, listingSearch, withoutPath } from './listing-state.ts';

export interface ProductPage {
  items: ListedProduct[];
  next_cursor: string | null;
}

/** Adjacent pages of a list. */
interface Pages {
  /** The number of the first page. */
  from: number;
  pages: readonly ProductPage[];
}

/** What each visit of a list has shown, so that a shopper who goes back finds the list as long as they left it. */
const shownByVisit = new Map<string, Pages>();
const rememberedVisits = 30;

interface MoreProducts {
  /** What the loader of this page has. */
  loaded: ProductPage;
  state: ListingState;
  /** The address of the list with the page of this number last. */
  hrefOfPage: (page: number) => string;
}

/**
 * Appends further pages below a page of a list. The address names the last one, so a reload or a link opens the list there.
 * Key its component by the visit.
 */
export function useMoreProducts({ loaded, state, hrefOfPage }: MoreProducts) {
  const { key: visit } = useLocation();
  const [shown, setShown] = useState<Pages>(
    () => shownByVisit.get(visit) ?? { from: state.page, pages: [loaded] },
  );
  const ifReachable = useIfReachable();
  const fetcher = useFetcher<typeof loader>();
  const { data } = fetcher;

  useEffect(() => {
    if (!data) return;
    setShown(({ from, pages }) => ({ from, pages: pages.includes(data) ? pages : [...pages, data] }));
  }, [data]);

  const { from, pages } = shown;
  const last = from + pages.length - 1;
  const isGrown = pages.length > 1;
  const href = hrefOfPage(last);
  useEffect(() => {
    if (!isGrown) return;
    remember(visit, shown);
    // Not by the router, which would load that page in place of the list.
    window.history.replaceState(window.history.state, '', href);
  }, [visit, shown, isGrown, href]);

  const nextCursor = pages.at(-1)!.next_cursor;
  return {
    // The loader's page may be newer than what the visit remembers.
    items: pages.flatMap((page, index) => (from + index === state.page ? loaded : page).items),
    from,
    last,
    hasMore: nextCursor !== null && last < mostPages,
    isLoading: fetcher.state !== 'idle',
    loadMore: () => {
      if (nextCursor === null) return;
      const search = new URLSearchParams(listingSearch(withoutPath({ ...state, page: 1 })));
      search.set('cursor', nextCursor);
      ifReachable(() => fetcher.load(`/listing?${search}`));
    },
  };
}

function remember(visit: string, shown: Pages): void {
  shownByVisit.set(visit, shown);
  const oldest = shownByVisit.keys().next().value;
  if (shownByVisit.size > rememberedVisits && oldest !== undefined) shownByVisit.delete(oldest);
}
