import type { Order, OrderLine } from '@kindred/contracts';
import { dayText } from '@kindred/shop-types';
import { Link, LinkButton, Picture } from '@kindred/ui';
import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { moneyText } from '../../shared/money-text.ts';
import { productPath, reviewPath } from '../../shared/paths.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { isBuyableAgain } from './order-choices.ts';
import { orderPath } from './order-paths.ts';

interface OrderLinesProps {
  order: Order;
  /** Products that the account has not reviewed yet. Undefined if the shopper is not logged in. */
  idsToReview: readonly number[] | undefined;
  access: string | undefined;
}

/** The lines of an order, each with its actions. */
export function OrderLines({ order, idsToReview, access }: OrderLinesProps) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {order.lines.map((line) => (
        <li key={line.product_id} className="flex gap-4 py-5 print:py-2">
          <ToProduct line={line} isRepeated className="block size-20 shrink-0 md:size-24 print:hidden">
            <div className="size-full overflow-hidden rounded-md bg-surface">
              <Picture src={line.image_url} alt="" sizes="96px" maxWidth={320} />
            </div>
          </ToProduct>
          <div className="min-w-0 grow">
            <div className="flex items-start justify-between gap-4">
              <h3 className="min-w-0 font-medium [overflow-wrap:anywhere]">
                <ToProduct line={line} className="hover:underline hover:underline-offset-4">
                  {line.title}
                </ToProduct>
              </h3>
              <p className="shrink-0 tabular-nums">{moneyText(line.subtotal)}</p>
            </div>
            <p className="mt-0.5 text-ink-muted text-sm">
              {line.quantity === 1 ? '1 item' : `${line.quantity} × ${moneyText(line.unit_price)}`}
              {!line.product_available && ' · no longer available'}
            </p>
            <p className="text-ink-muted text-sm">{lineState(order, line)}</p>
            <LineActions order={order} line={line} idsToReview={idsToReview} access={access} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function ToProduct({
  line,
  isRepeated = false,
  className,
  children,
}: {
  line: OrderLine;
  /** For pointers only, because a link to the same page stands beside it. */
  isRepeated?: boolean;
  className: string;
  children: ReactNode;
}) {
  if (!line.product_available) return <div className={className}>{children}</div>;
  return (
    <Link
      href={productPath(line)}
      className={className}
      {...(isRepeated && { tabIndex: -1, 'aria-hidden': true })}
    >
      {children}
    </Link>
  );
}

function lineState({ shipments }: Order, { refunded_quantity, refunding_quantity, returnable }: OrderLine) {
  const parts = [
    refunded_quantity > 0 && `${refunded_quantity} refunded`,
    refunding_quantity > 0 && `${refunding_quantity} being refunded`,
    returnable.until !== null && `${returnable.quantity} can be returned until ${dayText(returnable.until)}`,
    returnable.refusal !== null &&
      shipments.length > 0 &&
      returnable.refusal !== 'refunded' &&
      returnable.message,
  ];
  const text = parts.filter((part) => part !== false).join(' · ');
  return text === '' ? null : text;
}

function LineActions({ order, line, idsToReview, access }: OrderLinesProps & { line: OrderLine }) {
  const isToReview = idsToReview?.includes(line.product_id) ?? true;
  const wasDelivered = order.shipments.some(
    ({ delivered_at, lines }) =>
      delivered_at !== null && lines.some(({ product_id }) => product_id === line.product_id),
  );
  return (
    <div className="mt-2 flex flex-wrap gap-x-5 print:hidden">
      {line.product_available && isBuyableAgain(order) && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="product_id" value={line.product_id} />
          <SubmitButton name="intent" value="buy-again" variant="quiet">
            Buy again<span className="sr-only"> {line.title}</span>
          </SubmitButton>
        </Form>
      )}
      {wasDelivered && line.product_available && isToReview && (
        <LinkButton href={reviewPath(line)} variant="quiet">
          Write a review<span className="sr-only"> of {line.title}</span>
        </LinkButton>
      )}
      {line.returnable.quantity > 0 && (
        <LinkButton
          href={`${orderPath(order.order_id, { access, page: '/return' })}${access === undefined ? '?' : '&'}product=${line.product_id}`}
          variant="quiet"
        >
          Return<span className="sr-only"> {line.title}</span>
        </LinkButton>
      )}
    </div>
  );
}
