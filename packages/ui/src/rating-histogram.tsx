import { Link } from './link.tsx';

export interface RatingHistogramProps {
  /** Reviews with 1, 2, 3, 4 and 5 stars. */
  counts: readonly number[];
  /** Returns the address for a click on a row: the reviews with that many stars. */
  hrefOf: (stars: number) => string;
  selected?: number | undefined;
}

export function RatingHistogram({ counts, hrefOf, selected }: RatingHistogramProps) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return (
    <ul className="flex flex-col">
      {[5, 4, 3, 2, 1].map((stars) => {
        const count = counts[stars - 1] ?? 0;
        const percent = total === 0 ? 0 : Math.round((100 * count) / total);
        return (
          <li key={stars}>
            <Link
              href={hrefOf(stars)}
              keepsScroll
              aria-current={selected === stars ? 'true' : undefined}
              className="group grid min-h-8 max-md:min-h-11 grid-cols-[3.25rem_1fr_2.75rem] items-center gap-3 rounded-sm text-sm aria-[current]:font-semibold"
            >
              <span className="underline-offset-4 group-hover:underline">
                {stars} {stars === 1 ? 'star' : 'stars'}
              </span>
              <span className="sr-only">{count.toLocaleString('en-US')} reviews</span>
              <svg
                aria-hidden="true"
                className="h-2 w-full overflow-hidden rounded-full forced-color-adjust-none forced-colors:outline"
              >
                <rect
                  width="100%"
                  height="100%"
                  className="fill-surface-strong forced-colors:fill-[Canvas]"
                />
                <rect
                  width={`${percent}%`}
                  height="100%"
                  rx="4"
                  className={
                    selected === undefined || selected === stars
                      ? 'fill-ink forced-colors:fill-[CanvasText]'
                      : 'fill-line-strong forced-colors:fill-[GrayText]'
                  }
                />
              </svg>
              <span className="text-right text-ink-muted tabular-nums">{percent} %</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
