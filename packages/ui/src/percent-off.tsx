import { classNames } from './class-names.ts';

const badge =
  'inline-flex items-center rounded-full bg-accent px-2 py-0.5 font-medium text-on-accent text-xs tabular-nums forced-colors:border';

/** The badge of a reduction. Without `percent` it says “On sale”, because the sale is not that of the price beside it. */
export function PercentOff({ percent, className }: { percent: number | undefined; className?: string }) {
  if (percent === undefined) return <span className={classNames(badge, className)}>On sale</span>;
  return (
    <span className={classNames(badge, className)}>
      <span aria-hidden="true">−{percent}%</span>
      <span className="sr-only">{percent}% off</span>
    </span>
  );
}
