import type { Order } from '@kindred/contracts';
import { dayText } from '@kindred/shop-types';
import { PackageIcon } from '@kindred/ui';
import { nextStep } from './next-step.ts';
import { OrderTimeline } from './order-timeline.tsx';
import { PaymentNotice } from './payment-notice.tsx';

/** The order's state and what happens next. Screen readers read changes aloud. */
export function OrderHeading({ order, isJustPlaced }: { order: Order; isJustPlaced: boolean }) {
  const isPaid = order.payment_status === 'paid';
  const next = nextStep(order);
  return (
    <header>
      {isJustPlaced ? (
        <>
          <h1 className="font-semibold text-3xl">
            {isPaid ? 'Thank you for your order' : 'We received your order'}
          </h1>
          <p className="mt-3 text-lg [overflow-wrap:anywhere]">
            Your order number is <strong className="font-semibold">{order.order_number}</strong>.
            {isPaid && order.email !== null && (
              <>
                {' '}
                We sent a confirmation to <strong className="font-semibold">{order.email}</strong>.
              </>
            )}
          </p>
        </>
      ) : (
        <>
          <h1 className="font-semibold text-3xl">Order {order.order_number}</h1>
          <p className="mt-2 text-ink-muted">Placed on {dayText(order.created_at)}</p>
        </>
      )}
      <div className="mt-6 rounded-lg bg-surface p-5 md:p-6 print:mt-3 print:p-3">
        <div role="status" className="flex gap-3">
          <PackageIcon size={24} aria-hidden="true" className="mt-0.5 shrink-0 text-accent" />
          <div>
            <p className="font-semibold text-xl">{order.status_text}</p>
            {next !== undefined && (
              <p className="mt-1 text-ink-muted">
                {next}
                {order.payment_status === 'pending' && ' This page updates automatically.'}
              </p>
            )}
          </div>
        </div>
        <div id="tracking" className="mt-6 print:mt-3">
          <OrderTimeline order={order} />
        </div>
      </div>
      <div className="mt-4 empty:hidden">
        <PaymentNotice order={order} />
      </div>
    </header>
  );
}
