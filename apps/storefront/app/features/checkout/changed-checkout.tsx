import type { CheckoutChange, Problem } from '@kindred/contracts';
import { Alert, Button } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { moneyText } from '../../shared/money-text.ts';
import { stepFormId } from './checkout-steps.ts';

/** Lists what has changed since the page was shown, with the new total. Nothing was paid: the shopper decides again. */
export function ChangedCheckout({
  changes,
  totals,
  isNews,
}: {
  changes: readonly CheckoutChange[];
  totals: Problem['totals'];
  /** The change was found when the shopper pressed Pay, so the message takes the focus. */
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
          : 'Your order has changed'
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
                Remove it and continue
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isNews && <p className="mt-1">You have not been charged. Please check the changes before you pay.</p>}
    </Alert>
  );
}
