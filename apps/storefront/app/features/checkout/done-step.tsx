import type { Checkout } from '@kindred/contracts';
import { arrivalText } from '@kindred/shop-types';
import type { Step } from './checkout-steps.ts';
import { paymentText } from './payment-text.ts';
import { FoldedStep } from './step-section.tsx';

export function DoneStep({
  step,
  checkout,
  addressText,
}: {
  step: Step;
  checkout: Checkout;
  addressText: string | null;
}) {
  return (
    <FoldedStep step={step}>
      {step === 'contact' && <p>{checkout.email}</p>}
      {step === 'delivery' && <Delivery checkout={checkout} addressText={addressText} />}
      {step === 'payment' && <p>{paymentText(checkout)}</p>}
    </FoldedStep>
  );
}

function Delivery({
  checkout: { shipping_address, shipping_methods, shipping_method_id },
  addressText,
}: {
  checkout: Checkout;
  addressText: string | null;
}) {
  const method = shipping_methods.find((one) => one.shipping_method_id === shipping_method_id);
  return (
    <>
      {shipping_address && (
        <p>
          {shipping_address.full_name}, {addressText}
        </p>
      )}
      {method && (
        <p>
          {method.name}, {arrivalText(method.delivery)}
        </p>
      )}
    </>
  );
}
