import type { Order } from '@kindred/contracts';
import { dayText } from '@kindred/shop-types';
import { Badge } from '@kindred/ui';
import { Form } from 'react-router';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { returnReasons, returnStatusWords } from './order-words.ts';

/** The returns of an order, the newest first. */
export function OrderReturns({ order }: { order: Order }) {
  if (order.returns.length === 0) return null;
  const titles = new Map(order.lines.map(({ product_id, title }) => [product_id, title]));
  return (
    <section aria-labelledby="returns">
      <h2 id="returns" className="font-semibold text-xl">
        Returns
      </h2>
      <ul className="mt-4 space-y-4 print:mt-1 print:space-y-2">
        {order.returns.toReversed().map((one) => (
          <li key={one.return_id} className="rounded-lg border border-line p-4 text-sm md:p-5 print:p-2">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <h3 className="font-medium text-base">{returnStatusWords[one.status]}</h3>
              <Badge>Requested on {dayText(one.requested_at)}</Badge>
            </div>
            <p className="mt-2 text-ink-muted [overflow-wrap:anywhere] print:mt-0">
              {one.lines.map(({ product_id, quantity }) => (
                <span key={product_id} className="block">
                  {quantity} × {titles.get(product_id)}
                </span>
              ))}
              Reason: {returnReasons.find(({ value }) => value === one.reason)?.label}
            </p>
            {one.answer !== '' && (one.status === 'approved' || one.status === 'refused') && (
              <p className="mt-3 whitespace-pre-line rounded-md bg-surface px-4 py-3 [overflow-wrap:anywhere]">
                {one.answer}
              </p>
            )}
            {(one.status === 'requested' || one.status === 'approved') && (
              <Form method="post" preventScrollReset className="mt-3 print:hidden">
                <input type="hidden" name="return_id" value={one.return_id} />
                <SubmitButton name="intent" value="withdraw" variant="secondary">
                  Withdraw return
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
