import type { ListedProduct } from '@kindred/contracts';
import { useEffect, useState } from 'react';
import { useFetcher, useLocation } from 'react-router';
import type { loader } from '../../routes/listing.ts';
import { useIfReachable } from '../../shared/use-if-reachable.ts';
import { type ListingState, listingSearch, withoutPath } from './listing-state.ts';

export interface ProductPage {
  items: ListedProduct[];
  next_cursor: string | null;
}

/** The pages that each visit of a list has appended, so that a shopper who goes back finds the list as long as they left it. */
const appendedByVisit = new Map<string, ProductPage[]>();
const rememberedVisits = 30;

/** Appends further pages below the first page of a list. Key its component by the visit. */
export function useMoreProducts(first: ProductPage, state: ListingState) {
  const { key: visit } = useLocation();
  const [appended, setAppended] = useState(() => appendedByVisit.get(visit) ?? []);
  const ifReachable = useIfReachable();
  const fetcher = useFetcher<typeof loader>();
  const { data } = fetcher;

  useEffect(() => {
    if (!data) return;
    setAppended((pages) => {
      const next = pages.includes(data) ? pages : [...pages, data];
      appendedByVisit.set(visit, next);
      const oldest = appendedByVisit.keys().next().value;
      if (appendedByVisit.size > rememberedVisits && oldest !== undefined) appendedByVisit.delete(oldest);
      return next;
    });
  }, [data, visit]);

  const nextCursor = (appended.at(-1) ?? first).next_cursor;
  return {
    items: [first, ...appended].flatMap((page) => page.items),
    nextCursor,
    isLoading: fetcher.state !== 'idle',
    loadMore: () => {
      if (nextCursor !== null)
        ifReachable(() =>
          fetcher.load(`/listing${listingSearch(withoutPath({ ...state, cursor: nextCursor }))}`),
        );
    },
  };
}
