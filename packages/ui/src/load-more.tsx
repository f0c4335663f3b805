import { LinkButton } from './button.tsx';

export interface LoadMoreProps {
  /** The next page: where the link leads without JavaScript. */
  href: string;
  /** Undefined where it is not known how many came before. */
  shown: number | undefined;
  total: number;
  noun: string;
  isLoading?: boolean;
  onLoadMore?: () => void;
}

/** How far one has come, and a link to the next page that a page with JavaScript turns into “append it here”. */
export function LoadMore({ href, shown, total, noun, isLoading = false, onLoadMore }: LoadMoreProps) {
  return (
    <div className="flex flex-col items-center gap-4 py-4">
      {shown !== undefined && (
        <>
          <p className="text-ink-muted text-sm tabular-nums" aria-live="polite">
            {shown.toLocaleString('en-US')} of {total.toLocaleString('en-US')} {noun}
          </p>
          <progress
            aria-hidden="true"
            value={shown}
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
