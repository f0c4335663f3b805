import type { Order } from '@kindred/contracts';
import { dayText } from '@kindred/shop-types';
import { Link, LinkButton, Picture } from '@kindred/ui';
import { Form } from 'react-router';
import { moneyText } from '../../shared/money-text.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { nextStep } from './next-step.ts';
import { canBuyAgain, canReturn } from './order-choices.ts';
import { orderPath } from './order-paths.ts';

const picturesAtMost = 5;

/** An order in a list: its state, its products and its main actions. */
export function OrderListItem({ order }: { order: Order }) {
  const path = orderPath(order.order_id);
  const next = nextStep(order);
  const hidden = order.lines.length - picturesAtMost;
  return (
    <li className="rounded-lg border border-line p-4 md:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <div className="min-w-0">
          <h2 className="font-semibold text-lg">
            <Link href={path} className="hover:underline hover:underline-offset-4">
              {order.status_text}
              <span className="sr-only"> Order {order.order_number}</span>
            </Link>
          </h2>
          {next !== undefined && <p className="text-ink-muted text-sm">{next}</p>}
        </div>
        <p className="text-ink-muted text-sm tabular-nums">
          {order.order_number} · {dayText(order.created_at)} · {moneyText(order.total_price)}
        </p>
      </div>
      <ul className="mt-4 flex flex-wrap gap-3">
        {order.lines.slice(0, picturesAtMost).map((line) => (
          <li key={line.product_id} className="relative size-16 overflow-hidden rounded-md bg-surface">
            <Picture
              src={line.image_url}
              alt={line.quantity === 1 ? line.title : `${line.quantity} × ${line.title}`}
              sizes="64px"
              maxWidth={240}
            />
          </li>
        ))}
        {hidden > 0 && (
          <li className="grid size-16 place-items-center rounded-md bg-surface text-ink-muted text-sm">
            +{hidden}
          </li>
        )}
      </ul>
      {order.lines.length === 1 && (
        <p className="mt-3 line-clamp-1 text-sm" aria-hidden="true">
          {order.lines[0].title}
        </p>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <LinkButton href={path} variant="secondary">
          {order.status === 'Pending' ? 'Track order' : 'View order'}
        </LinkButton>
        {canBuyAgain(order) && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="order_id" value={order.order_id} />
            <SubmitButton variant="quiet">
              Buy again<span className="sr-only"> order {order.order_number}</span>
            </SubmitButton>
          </Form>
        )}
        {canReturn(order) && (
          <LinkButton href={orderPath(order.order_id, { page: '/return' })} variant="quiet">
            Return<span className="sr-only"> items from order {order.order_number}</span>
          </LinkButton>
        )}
      </div>
    </li>
  );
}
