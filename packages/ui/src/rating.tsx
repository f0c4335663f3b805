import { classNames } from './class-names.ts';

/** One star in a box of 20 by 20, from its upper point (10, 1.6). */
const star = 'l2.6 5.27 5.8.85-4.2 4.1 1 5.78-5.2-2.73-5.2 2.73 1-5.78-4.2-4.1 5.8-.85z';
export const starPath = `M10 1.6${star}`;
const fiveStars = [0, 1, 2, 3, 4].map((place) => `M${10 + 22 * place} 1.6${star}`).join('');

/** Returns `4.6 out of 5, 1,204 reviews`, which a screen reader reads instead of the stars. */
export function ratingText(average: number, count?: number): string {
  const stars = `${average.toFixed(1)} out of 5`;
  if (count === undefined) return stars;
  return `${stars}, ${count.toLocaleString('en-US')} ${count === 1 ? 'review' : 'reviews'}`;
}

/** Five stars, the last one partly filled. Decoration only: `Rating` adds the words. */
export function Stars({ value, className = 'h-4.5' }: { value: number; className?: string }) {
  const filled = filledWidth(value);
  return (
    <svg viewBox="0 0 108 20" aria-hidden="true" className={classNames('w-auto', className)}>
      <path d={fiveStars} className="fill-surface-strong" />
      <svg viewBox={`0 0 ${filled} 20`} width={filled} height="20" aria-hidden="true">
        <path d={fiveStars} className="fill-ink" />
      </svg>
    </svg>
  );
}

/** Each star is 20 wide with a gap of 2 after it; the fill skips the gaps. */
function filledWidth(value: number): number {
  const whole = Math.floor(value);
  return Number((whole * 22 + (value - whole) * 20).toFixed(1));
}

export interface RatingProps {
  average: number | null;
  count: number;
  /** `sm`: one star and the number, for cards. `md`: all five. */
  size?: 'sm' | 'md';
}

export function Rating({ average, count, size = 'sm' }: RatingProps) {
  if (average === null || count === 0) return <span className="text-ink-muted text-xs">No reviews yet</span>;
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className="sr-only">{ratingText(average, count)}</span>
      {size === 'md' ? (
        <Stars value={average} />
      ) : (
        <svg viewBox="0 0 20 20" aria-hidden="true" className="size-3.5 fill-ink">
          <path d={starPath} />
        </svg>
      )}
      <span
        aria-hidden="true"
        className={classNames('text-ink-muted', size === 'md' ? 'text-sm' : 'text-xs')}
      >
        {average.toFixed(1)} ({count.toLocaleString('en-US')})
      </span>
    </span>
  );
}
