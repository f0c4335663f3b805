import { classNames } from './class-names.ts';

interface PriceBarsProps {
  /** From the lowest price to the highest. */
  bars: readonly { count: number; isChosen: boolean }[];
}

const height = 40;

/** How many products cost how much. It only shows: the fields below it say and choose the same. */
export function PriceBars({ bars }: PriceBarsProps) {
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <svg
      viewBox={`0 0 ${bars.length * 10} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="mb-2 h-12 w-full"
    >
      {bars.map(({ count, isChosen }, index) => {
        const length = count === 0 ? 0 : Math.max(1.5, (count / highest) * height);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a bar is.
            key={index}
            x={index * 10 + 0.75}
            y={height - length}
            width="8.5"
            height={length}
            className={classNames(
              'transition-colors',
              isChosen
                ? 'fill-ink-muted forced-colors:fill-[Highlight]'
                : 'fill-line forced-colors:fill-[GrayText]',
            )}
          />
        );
      })}
    </svg>
  );
}
