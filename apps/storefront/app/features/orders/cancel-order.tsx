import type { Order } from '@kindred/contracts';
import { Button, Dialog, LinkButton } from '@kindred/ui';
import { useState } from 'react';
import { Form } from 'react-router';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { orderPath } from './order-paths.ts';

export const cancelTitles = {
  order: 'Cancel this order?',
  rest: 'Cancel the items not shipped yet?',
} as const;

/** Says what a cancellation means for items and money. */
export function cancelText({
  cancellation,
  payment_status,
}: Pick<Order, 'cancellation' | 'payment_status'>): string {
  if (cancellation.scope === 'rest')
    return 'Items on their way will still arrive. We will refund the rest to your original payment method.';
  return payment_status === 'paid' || payment_status === 'partly-refunded'
    ? 'We will not ship anything. We will refund what you paid to your original payment method.'
    : 'We will not ship anything, and you will not be charged.';
}

/** Asks before it cancels: in a dialog, or on a separate page without JavaScript. */
export function CancelOrder({ order, access }: { order: Order; access: string | undefined }) {
  const [isAsking, setIsAsking] = useState(false);
  const { scope } = order.cancellation;
  if (scope === null) return null;
  const path = orderPath(order.order_id, { access, page: '/cancel' });
  return (
    <>
      <LinkButton
        href={path}
        variant="secondary"
        onClick={(event) => {
          event.preventDefault();
          setIsAsking(true);
        }}
      >
        {scope === 'order' ? 'Cancel order' : 'Cancel the rest'}
      </LinkButton>
      <Dialog isOpen={isAsking} onClose={() => setIsAsking(false)} title={cancelTitles[scope]}>
        <p>{cancelText(order)}</p>
        <Form method="post" action={path} className="mt-6 flex flex-wrap gap-3">
          <SubmitButton>{scope === 'order' ? 'Yes, cancel it' : 'Yes, cancel the rest'}</SubmitButton>
          <Button variant="secondary" onClick={() => setIsAsking(false)}>
            Keep it
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
