import type { Order } from '@kindred/contracts';
import { Alert, LinkButton } from '@kindred/ui';

/** Says what the shopper has to do about an unpaid order. */
export function PaymentNotice({ order }: { order: Order }) {
  if (order.status === 'Pending' && order.payment_status === 'action-required')
    return (
      <Alert tone="warning" title="Your bank asks you to confirm the payment">
        <p className="mt-1">You have not been charged yet. We are holding your items for you.</p>
        <div className="mt-3">
          {order.payment_action_url === null ? (
            <LinkButton href="/checkout">Continue to payment</LinkButton>
          ) : (
            <a
              href={order.payment_action_url}
              className="inline-flex min-h-11 items-center rounded-full bg-ink px-5 font-medium text-paper hover:bg-accent hover:text-on-accent"
            >
              Continue at your bank
            </a>
          )}
        </div>
      </Alert>
    );
  const isUnpaid = order.payment_status === 'failed' || order.payment_status === 'cancelled';
  if (order.status !== 'Cancelled' || !isUnpaid) return null;
  return (
    <Alert title="You were not charged">
      <p className="mt-1">You can check out again with the items that are still in your cart.</p>
      <div className="mt-3">
        <LinkButton href="/checkout">Try again</LinkButton>
      </div>
    </Alert>
  );
}
