import type { Order } from '@kindred/contracts';
import { dayText } from '@kindred/shop-types';
import { Badge, LinkButton } from '@kindred/ui';
import { moneyText } from '../../shared/money-text.ts';
import { nextStep } from '../orders/next-step.ts';
import { orderPath } from '../orders/order-paths.ts';

/** The latest order, which is what most shoppers come to see. */
export function OrderCard({ order }: { order: Order }) {
  const [first, ...others] = order.lines;
  const next = nextStep(order);
  return (
    <section aria-labelledby="last-order" className="rounded-lg border border-line bg-surface p-5 md:p-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h2 id="last-order" className="text-ink-muted text-sm">
            Your last order
          </h2>
          <p className="mt-1 font-semibold text-xl">{order.status_text}</p>
          {next !== undefined && <p className="mt-1 text-ink-muted text-sm">{next}</p>}
        </div>
        <Badge>{order.order_number}</Badge>
      </div>
      {first && (
        <p className="mt-4 line-clamp-2 text-sm">
          {first.title}
          {others.length > 0 && (
            <span className="text-ink-muted">
              {' '}
              and {others.length} more {others.length === 1 ? 'product' : 'products'}
            </span>
          )}
        </p>
      )}
      <p className="mt-1 text-ink-muted text-sm">
        {dayText(order.created_at)} · {moneyText(order.total_price)}
      </p>
      <div className="mt-5 flex flex-wrap gap-3">
        <LinkButton href={orderPath(order.order_id)}>
          {order.status === 'Pending' ? 'Track order' : 'View order'}
        </LinkButton>
        <LinkButton href="/account/orders" variant="secondary">
          All orders
        </LinkButton>
      </div>
    </section>
  );
}
