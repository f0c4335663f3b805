import type { Order } from '@kindred/contracts';
import { momentText } from '@kindred/shop-types';
import { Disclosure } from '@kindred/ui';
import { moneyText } from '../../shared/money-text.ts';
import { eventWords } from './order-words.ts';

export function OrderHistory({ order }: { order: Order }) {
  return (
    <div className="print:hidden">
      <Disclosure summary="Order history">
        <ol className="space-y-2 text-sm">
          {order.history.map(({ event_id, kind, happened_at, data }) => (
            <li key={event_id} className="flex flex-wrap justify-between gap-x-6">
              <span>
                {eventWords[kind]}
                {data.amount && `: ${moneyText(data.amount)}`}
              </span>
              <time dateTime={happened_at} className="text-ink-muted">
                {momentText(happened_at)}
              </time>
            </li>
          ))}
        </ol>
      </Disclosure>
    </div>
  );
}
