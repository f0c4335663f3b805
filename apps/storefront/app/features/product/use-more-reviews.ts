import type { ReviewList } from '@kindred/contracts';
import { useEffect, useState } from 'react';
import { useFetcher } from 'react-router';
import type { loader } from '../../routes/product-reviews.tsx';
import { useIfReachable } from '../../shared/use-if-reachable.ts';
import { type ReviewsState, reviewsSearch } from './reviews-state.ts';

/** Appends the following reviews below the first. Use it in a component keyed by what is shown. */
export function useMoreReviews(first: ReviewList, state: ReviewsState, path: string) {
  const [appended, setAppended] = useState<ReviewList[]>([]);
  const ifReachable = useIfReachable();
  const fetcher = useFetcher<typeof loader>();
  const more = fetcher.data?.reviews;

  useEffect(() => {
    if (more) setAppended((pages) => (pages.includes(more) ? pages : [...pages, more]));
  }, [more]);

  const nextCursor = (appended.at(-1) ?? first).next_cursor;
  return {
    items: [first, ...appended].flatMap((page) => page.items),
    nextCursor,
    isLoading: fetcher.state !== 'idle',
    loadMore: () => {
      if (nextCursor === null) return;
      // `index`: only this route's data, and not the whole product again.
      const search = reviewsSearch({ ...state, cursor: nextCursor });
      ifReachable(() => fetcher.load(`${path}${search}&index`));
    },
  };
}
