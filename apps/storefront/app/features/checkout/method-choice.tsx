import type { Checkout } from '@kindred/contracts';
import { ChoiceGroup } from '@kindred/ui';
import type { ReactNode } from 'react';
import { paymentText } from './payment-text.ts';

/** A choice between the chosen payment method and another one; without a chosen one, only the fields. Its form needs the class `group`. */
export function MethodChoice({
  checkout,
  isOther,
  onChange,
  children,
}: {
  checkout: Checkout;
  isOther: boolean;
  onChange?: (isOther: boolean) => void;
  children: ReactNode;
}) {
  if (!checkout.payment_method) return children;
  return (
    <>
      <ChoiceGroup
        name="method"
        legend="Pay with"
        isLegendHidden
        defaultValue={isOther ? 'other' : 'kept'}
        onChange={(event) => onChange?.(event.currentTarget.value === 'other')}
        choices={[
          { value: 'kept', label: paymentText(checkout) },
          { value: 'other', label: 'Another payment method' },
        ]}
      />
      <div className="hidden group-has-[#method-other:checked]:block">{children}</div>
    </>
  );
}
