import { LinkButton } from './button.tsx';

export interface LoadMoreProps {
  /** The address of the next page, which the link opens without JavaScript. */
  href: string;
  /** Undefined if the number of earlier items is unknown. */
  shown: number | undefined;
  /** The number of items before those that are shown. */
  before?: number;
  total: number;
  noun: string;
  isLoading?: boolean;
  onLoadMore?: () => void;
}

/** Shows how many items are loaded, and links to the next page. With JavaScript the link appends the next page here. */
export function LoadMore({
  href,
  shown,
  before = 0,
  total,
  noun,
  isLoading = false,
  onLoadMore,
}: LoadMoreProps) {
  const inWords = (count: number) => count.toLocaleString('en-US');
  return (
    <div className="flex flex-col items-center gap-4 py-4">
      {shown !== undefined && (
        <>
          <p className="text-ink-muted text-sm tabular-nums" aria-live="polite">
            {before > 0 && `${inWords(before + 1)} to `}
            {inWords(before + shown)} of {inWords(total)} {noun}
          </p>
          <progress
            aria-hidden="true"
            value={before + shown}
            max={total}
            className="h-0.5 w-44 appearance-none overflow-hidden rounded-full bg-surface-strong [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-surface-strong [&::-webkit-progress-value]:bg-ink"
          />
        </>
      )}
      <LinkButton
        href={href}
        variant="secondary"
        rel="next"
        aria-disabled={isLoading}
        onClick={(event) => {
          if (!onLoadMore || event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          if (!isLoading) onLoadMore();
        }}
      >
        {isLoading ? 'Loading…' : 'Load more'}
      </LinkButton>
    </div>
  );
}
