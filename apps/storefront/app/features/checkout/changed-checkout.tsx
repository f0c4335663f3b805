import type { CheckoutChange, Problem } from '@kindred/contracts';
import { Alert, Button } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { moneyText } from '../../shared/money-text.ts';
import { stepFormId } from './checkout-steps.ts';

/** What is otherwise than it was shown, why, and what it comes to: nothing was paid, the shopper is asked again. */
export function ChangedCheckout({
  changes,
  totals,
  isNews,
}: {
  changes: readonly CheckoutChange[];
  totals: Problem['totals'];
  /** It was found when they meant to pay: it takes the focus. */
  isNews: boolean;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNews && changes.length > 0) ref.current?.focus();
  }, [isNews, changes]);
  if (changes.length === 0 && !totals) return null;
  return (
    <Alert
      ref={ref}
      tone="warning"
      role={isNews ? 'alert' : undefined}
      title={
        totals
          ? `The total was ${moneyText(totals.shown)} and is now ${moneyText(totals.now)}`
          : 'Something has changed'
      }
    >
      <ul className="mt-1 space-y-1">
        {changes.map(({ kind, message, product_id }) => (
          <li key={`${kind} ${message}`} className="flex flex-wrap items-center gap-x-4">
            {message}
            {kind === 'sold-out' && product_id !== null && (
              <Button
                type="submit"
                form={stepFormId}
                formNoValidate
                name="intent"
                value={`remove-line:${product_id}`}
                variant="quiet"
              >
                Order the rest without it
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isNews && <p className="mt-1">You have not been charged. Is it all right like this?</p>}
    </Alert>
  );
}
