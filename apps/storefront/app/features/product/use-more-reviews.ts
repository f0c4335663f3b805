import type { ReviewList } from '@kindred/contracts';
import { useEffect, useState } from 'react';
import { useFetcher } from 'react-router';
import type { loader } from '../../routes/product-reviews.tsx';
import { useIfReachable } from '../../shared/use-if-reachable.ts';
import { type ReviewsState, reviewsSearch } from './reviews-state.ts';

/** Appends further reviews below the first page. Key its component by filter and sort. */
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
      // `index` loads the data of this route alone, without the product's.
      const search = reviewsSearch({ ...state, cursor: nextCursor });
      ifReachable(() => fetcher.load(`${path}${search}&index`));
    },
  };
}
