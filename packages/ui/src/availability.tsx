import { classNames } from './class-names.ts';

export type AvailabilityState = 'in_stock' | 'low_stock' | 'out_of_stock' | 'not_for_sale';

const looks: Record<AvailabilityState, { text: string; tone: string; dot: string }> = {
  in_stock: { text: 'In stock', tone: 'text-ink-muted', dot: 'bg-accent' },
  low_stock: { text: 'Only a few left', tone: 'text-warning', dot: 'bg-warning' },
  out_of_stock: { text: 'Out of stock', tone: 'text-ink-muted', dot: 'border border-line-strong' },
  not_for_sale: { text: 'Not for sale', tone: 'text-ink-muted', dot: 'border border-line-strong' },
};

export function Availability({ state, className }: { state: AvailabilityState; className?: string }) {
  const { text, tone, dot } = looks[state];
  return (
    <span className={classNames('inline-flex items-center gap-1.5', tone, className)}>
      <span aria-hidden="true" className={classNames('size-1.5 shrink-0 rounded-full', dot)} />
      {text}
    </span>
  );
}
