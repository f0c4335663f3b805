import type { Order } from '@kindred/contracts';
import { addressLines } from '@kindred/shop-types';
import { Button, classNames, DownloadIcon, LinkButton, PrintIcon } from '@kindred/ui';
import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { CancelOrder } from './cancel-order.tsx';
import { canBuyAgain, canReturn } from './order-choices.ts';
import { orderFile, orderPath } from './order-paths.ts';
import { OrderTotals } from './order-totals.tsx';

interface OrderSummaryProps {
  order: Order;
  access: string | undefined;
  isJustPlaced: boolean;
}

/** The totals, the address, and actions on the whole order. */
export function OrderSummary({ order, access, isJustPlaced }: OrderSummaryProps) {
  const { shipping_address: to } = order;
  return (
    <div className="space-y-8 print:mt-4 print:grid print:grid-cols-2 print:gap-x-8 print:gap-y-3 print:space-y-0">
      <Part id="sums" title="Summary" className="print:col-span-full">
        <OrderTotals order={order} />
      </Part>
      {to && (
        <Part id="address" title="Delivery address">
          <address className="text-sm not-italic [overflow-wrap:anywhere]">
            {[to.full_name, ...addressLines(to)].map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </address>
        </Part>
      )}
      {order.email !== null && (
        <Part id="contact" title="Email">
          <p className="text-sm [overflow-wrap:anywhere]">{order.email}</p>
        </Part>
      )}
      <Part id="actions" title="Manage your order" className="print:hidden">
        <OrderActions order={order} access={access} isJustPlaced={isJustPlaced} />
      </Part>
    </div>
  );
}

function OrderActions({ order, access, isJustPlaced }: OrderSummaryProps) {
  return (
    <>
      <div className="flex flex-wrap gap-3">
        {isJustPlaced && (
          <LinkButton href={orderPath(order.order_id, { access })} variant="secondary">
            Track order
          </LinkButton>
        )}
        {canBuyAgain(order) && !isJustPlaced && (
          <Form method="post" preventScrollReset>
            <SubmitButton name="intent" value="buy-again" variant="secondary">
              Buy all again
            </SubmitButton>
          </Form>
        )}
        {canReturn(order) && (
          <LinkButton href={orderPath(order.order_id, { access, page: '/return' })} variant="secondary">
            Return items
          </LinkButton>
        )}
        <CancelOrder order={order} access={access} />
        {order.invoice && (
          <a
            href={orderFile(order.order_id, 'invoice.pdf', access)}
            download={`invoice-${order.invoice.number}.pdf`}
            className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong px-5 font-medium text-sm hover:border-ink hover:bg-surface"
          >
            <DownloadIcon size={16} aria-hidden="true" />
            Invoice (PDF)
          </a>
        )}
        <Button variant="secondary" onClick={() => window.print()} className="hidden scripted:inline-flex">
          <PrintIcon size={16} aria-hidden="true" />
          Print
        </Button>
      </div>
      <ul className="mt-4 space-y-1 text-ink-muted text-sm empty:hidden">
        {order.cancellation.scope === null && order.status === 'Pending' && (
          <li>You can no longer cancel this order. {order.cancellation.message}</li>
        )}
        {!canReturn(order) && order.status === 'Pending' && order.shipments.length === 0 && (
          <li>You can return items once they have arrived.</li>
        )}
        {order.invoice === null && order.status === 'Pending' && (
          <li>You can download the invoice once the order is paid.</li>
        )}
      </ul>
    </>
  );
}

function Part({
  id,
  title,
  className,
  children,
}: {
  id: string;
  title: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className={classNames('border-line border-t pt-5 print:pt-2', className)}>
      <h2 id={id} className="mb-3 font-semibold text-lg print:mb-1">
        {title}
      </h2>
      {children}
    </section>
  );
}
