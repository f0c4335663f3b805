import { Link, showWhole } from '@kindred/ui';
import type { ListingState } from './listing-state.ts';
import type { QuickFilter } from './quick-filters.ts';

/** Filters above the list, one click each. */
export function QuickFilterChips({
  filters,
  hrefOf,
}: {
  filters: readonly QuickFilter[];
  hrefOf: (state: ListingState) => string;
}) {
  if (filters.length === 0) return null;
  return (
    <ul
      aria-label="Quick filters"
      onFocus={showWhole}
      className="scrollbar-none -mx-4 mb-5 flex scroll-px-4 gap-2 overflow-x-auto overscroll-x-contain px-4 py-1 md:mx-0 md:flex-wrap md:px-0 print:hidden"
    >
      {filters.map(({ label, count, next }) => (
        <li key={label} className="shrink-0">
          <Link
            href={hrefOf(next)}
            keepsScroll
            className="inline-flex min-h-11 items-center gap-1.5 rounded-full border border-line px-4 text-sm transition-colors hover:border-ink md:min-h-9 md:px-3.5"
          >
            {label}
            {count !== undefined && (
              <span className="text-ink-muted text-xs tabular-nums">{count.toLocaleString('en-US')}</span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
