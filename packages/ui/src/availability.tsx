import { classNames } from './class-names.ts';

export type AvailabilityState = 'in-stock' | 'low-stock' | 'out-of-stock' | 'not-for-sale';

const looks: Record<AvailabilityState, { text: string; tone: string; dot: string }> = {
  'in-stock': { text: 'In stock', tone: 'text-ink-muted', dot: 'bg-accent forced-colors:bg-[CanvasText]' },
  'low-stock': {
    text: 'Only a few left',
    tone: 'text-warning',
    dot: 'bg-warning forced-colors:bg-[CanvasText]',
  },
  'out-of-stock': {
    text: 'Out of stock',
    tone: 'text-ink-muted',
    dot: 'border border-line-strong forced-colors:border-[CanvasText]',
  },
  'not-for-sale': {
    text: 'Not for sale',
    tone: 'text-ink-muted',
    dot: 'border border-line-strong forced-colors:border-[CanvasText]',
  },
};

export function Availability({ state, className }: { state: AvailabilityState; className?: string }) {
  const { text, tone, dot } = looks[state];
  return (
    <span className={classNames('inline-flex items-center gap-1.5', tone, className)}>
      <span
        aria-hidden="true"
        className={classNames('size-1.5 shrink-0 rounded-full forced-color-adjust-none', dot)}
      />
      {text}
    </span>
  );
}
