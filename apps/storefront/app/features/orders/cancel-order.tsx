import type { Order } from '@kindred/contracts';
import { Button, Dialog, LinkButton } from '@kindred/ui';
import { useState } from 'react';
import { Form } from 'react-router';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { orderPath } from './order-paths.ts';

export const cancelTitles = { order: 'Cancel this order?', rest: 'Cancel what is not sent yet?' } as const;

/** What comes of it. */
export function cancelText({
  cancellation,
  payment_status,
}: Pick<Order, 'cancellation' | 'payment_status'>): string {
  if (cancellation.scope === 'rest')
    return 'What is on its way still comes to you. The money for the rest goes back the way it came.';
  return payment_status === 'paid' || payment_status === 'partly-refunded'
    ? 'Nothing of it will be sent. What you paid goes back the way it came.'
    : 'Nothing of it will be sent, and nothing is charged.';
}

/** Asks before it cancels: in a dialog, or on a page of its own without JavaScript. */
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
