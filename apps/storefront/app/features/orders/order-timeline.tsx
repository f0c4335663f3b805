import type { Order } from '@kindred/contracts';
import { momentText } from '@kindred/shop-types';
import { CheckIcon, classNames } from '@kindred/ui';
import { type OrderStep, orderSteps } from './order-steps.ts';

const dots: Readonly<Record<OrderStep['state'], string>> = {
  done: 'border-accent bg-accent text-on-accent',
  current: 'border-accent bg-paper',
  next: 'border-line-strong bg-paper',
};

const stateWords: Readonly<Record<OrderStep['state'], string>> = {
  done: 'done',
  current: 'comes next',
  next: 'not yet',
};

/** The progress of an order: a column on phones, a row on wide screens. */
export function OrderTimeline({ order }: { order: Order }) {
  const steps = orderSteps(order);
  return (
    <ol aria-label="Steps" className="sm:flex">
      {steps.map(({ name, at, state, note }, index) => (
        <li
          key={name}
          aria-current={state === 'current' ? 'step' : undefined}
          className="relative flex min-h-14 gap-3 pb-4 last:min-h-0 last:pb-0 sm:min-h-0 sm:grow sm:basis-0 sm:flex-col sm:gap-2 sm:pr-4 sm:pb-0"
        >
          {index < steps.length - 1 && (
            <span
              aria-hidden="true"
              className={classNames(
                'absolute top-6 bottom-0 left-[0.6875rem] w-0.5 sm:top-[0.6875rem] sm:right-0 sm:bottom-auto sm:left-6 sm:h-0.5 sm:w-auto',
                steps[index + 1].state === 'done' ? 'bg-accent' : 'bg-line',
              )}
            />
          )}
          <span
            aria-hidden="true"
            className={classNames(
              'relative grid size-6 shrink-0 place-items-center rounded-full border-2',
              dots[state],
            )}
          >
            {state === 'done' && <CheckIcon size={14} strokeWidth={3} />}
            {state === 'current' && <span className="size-2 rounded-full bg-accent" />}
          </span>
          <div className="min-w-0 text-sm">
            <p className={classNames('font-medium', state === 'next' && 'text-ink-muted')}>
              {name}
              <span className="sr-only">: {stateWords[state]}</span>
            </p>
            {at !== null && (
              <p className="text-ink-muted">
                <time dateTime={at}>{momentText(at)}</time>
              </p>
            )}
            {note !== undefined && <p className="text-ink-muted">{note}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
