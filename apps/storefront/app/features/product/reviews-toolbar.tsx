import { Button, classNames, FilterChip, Link, SearchIcon, TextField } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { Form } from 'react-router';
import { type ReviewsState, wordsAtMost } from './reviews-state.ts';

interface ReviewsToolbarProps {
  state: ReviewsState;
  /** The number of reviews that it shows. */
  total: number;
  /** The number of all reviews with photos. */
  withPhotos: number;
  /** The product's page. */
  path: string;
  hrefOf: (state: ReviewsState) => string;
}

/** Searches, narrows and sorts the reviews of a product. */
export function ReviewsToolbar({ state, total, withPhotos, path, hrefOf }: ReviewsToolbarProps) {
  const { stars, words, sort } = state;
  const field = useRef<HTMLInputElement>(null);
  const shown = useRef(words);
  useEffect(() => {
    if (field.current && shown.current !== words) field.current.value = words ?? '';
    shown.current = words;
  }, [words]);
  return (
    <>
      <Form
        role="search"
        aria-label="Reviews"
        action={`${path}#reviews`}
        preventScrollReset
        className="flex items-end gap-3"
      >
        {stars !== undefined && <input type="hidden" name="stars" value={stars} />}
        {state.withPhotos && <input type="hidden" name="reviews_photos" value="1" />}
        {sort !== 'helpful' && <input type="hidden" name="reviews_sort" value={sort} />}
        <TextField
          ref={field}
          name="reviews_q"
          type="search"
          label="Search these reviews"
          maxLength={wordsAtMost}
          defaultValue={words ?? ''}
          className="min-w-0 grow sm:max-w-sm"
        />
        <Button type="submit" variant="secondary" className="h-12">
          <SearchIcon size={18} aria-hidden="true" />
          <span className="max-sm:sr-only">Search</span>
        </Button>
      </Form>
      <div className="mt-4 mb-2 flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b pb-3">
        <div className="flex flex-wrap items-center gap-2">
          <p role="status" className="mr-1 text-ink-muted text-sm tabular-nums">
            {stars === undefined && words === undefined && !state.withPhotos
              ? 'All reviews'
              : `${total.toLocaleString('en-US')} ${total === 1 ? 'review' : 'reviews'}`}
          </p>
          {state.withPhotos ? (
            <FilterChip
              label="With photos"
              removeHref={hrefOf({ ...state, withPhotos: false, cursor: undefined })}
            />
          ) : (
            withPhotos > 0 && (
              <Link
                href={hrefOf({ ...state, withPhotos: true, cursor: undefined })}
                keepsScroll
                className="inline-flex min-h-11 items-center gap-1.5 rounded-full border border-line px-4 text-sm transition-colors hover:border-ink md:min-h-9 md:px-3.5"
              >
                With photos
                <span className="text-ink-muted text-xs tabular-nums">
                  {withPhotos.toLocaleString('en-US')}
                </span>
              </Link>
            )
          )}
          {words !== undefined && (
            <FilterChip
              label={`“${words}”`}
              removeHref={hrefOf({ ...state, words: undefined, cursor: undefined })}
            />
          )}
          {stars !== undefined && (
            <FilterChip
              label={stars === 1 ? '1 star' : `${stars} stars`}
              removeHref={hrefOf({ ...state, stars: undefined, cursor: undefined })}
            />
          )}
        </div>
        <nav aria-label="Sort reviews" className="flex gap-4 text-sm">
          {(['helpful', 'newest'] as const).map((one) => (
            <Link
              key={one}
              keepsScroll
              href={hrefOf({ ...state, sort: one, cursor: undefined })}
              aria-current={one === sort ? 'true' : undefined}
              className={classNames(
                'inline-flex min-h-11 items-center underline-offset-8',
                one === sort ? 'font-medium underline' : 'text-ink-muted hover:text-ink',
              )}
            >
              {one === 'helpful' ? 'Most helpful' : 'Newest'}
            </Link>
          ))}
        </nav>
      </div>
    </>
  );
}
