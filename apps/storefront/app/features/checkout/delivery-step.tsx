import { Alert, Button, CheckboxField, type Choice, ChoiceGroup, ErrorSummary } from '@kindred/ui';
import { useRef, useState } from 'react';
import { Form, useNavigation } from 'react-router';
import { errorOf, type FormError, summaryOf } from '../../shared/form-errors.ts';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import { AddressFields } from '../address/address-fields.tsx';
import { checkDelivery } from './check-delivery.ts';
import type { StepProps } from './checkout-page.tsx';
import type { CheckoutReply } from './checkout-reply.ts';
import { stepFormId, stepPath } from './checkout-steps.ts';
import { addressPrefix, addressValues, draftOf, hasTypedAddress, newAddress } from './chosen-address.ts';
import type { CheckoutSteps, DeliveryData } from './load-checkout.ts';
import { ShippingMethods } from './shipping-methods.tsx';
import { useKeptForm } from './use-kept-form.ts';

export function DeliveryStep({ data, answer }: StepProps) {
  const { step, checkout, delivery } = data;
  const { errors, formProps, summaryRef } = useFormErrors(answer?.errors, checkDelivery);
  const formRef = useRef<HTMLFormElement>(null);
  const { isKeeping, onSent } = useKeptForm(formRef, step);
  const isBusy = useNavigation().state !== 'idle';
  const lost = checkout.notices.find(({ kind }) => kind === 'shipping-method');
  if (!delivery) return null;
  return (
    <Form
      {...formProps}
      onSubmit={(event) => {
        formProps.onSubmit(event);
        if (!event.defaultPrevented) onSent();
      }}
      ref={formRef}
      id={stepFormId}
      method="post"
      action={stepPath(step)}
      className="group space-y-8"
    >
      <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
      <AddressChoice delivery={delivery} checkout={checkout} answer={answer} errors={errors} />
      <div className="space-y-4">
        {lost && errors.length === 0 && (
          <Alert tone="warning" role="status">
            {lost.message}
          </Alert>
        )}
        <ShippingMethods
          methods={delivery.methods}
          breakdown={checkout.breakdown}
          chosen={answer?.values?.shipping_method_id ?? checkout.shipping_method_id ?? undefined}
          isLost={lost !== undefined}
          isKeeping={isKeeping}
          error={errorOf(errors, 'shipping_method_id')}
        />
      </div>
      <Button type="submit" size="lg" className="max-sm:w-full" disabled={isBusy}>
        Continue to payment
      </Button>
      {/* Second, because Enter in a field presses the first button of a form. */}
      <Button
        type="submit"
        name="intent"
        value="update"
        formNoValidate
        variant="secondary"
        className="max-sm:w-full scripted:hidden"
      >
        Update delivery options
      </Button>
    </Form>
  );
}

/** A choice of the shopper's addresses, or the fields of a new one. */
function AddressChoice({ errors, ...start }: StartOfAddress & { errors: readonly FormError[] }) {
  // Only the first render sets these values: an address that is saved later does not change what the shopper types.
  const [{ addresses, preselected, values }] = useState(() => startOf(start));
  const { countries, defaultCountry, isMember } = start.delivery;
  const fields = (
    <>
      <AddressFields
        countries={countries}
        defaultCountry={defaultCountry}
        prefix={addressPrefix}
        section="shipping"
        isPhoneFolded
        errors={errors}
        values={values}
      />
      {isMember && (
        <CheckboxField name="keep_address" label="Save this address to my account" defaultChecked />
      )}
    </>
  );
  if (addresses.length === 0) return fields;
  const choices: Choice[] = [
    ...addresses.map(({ address_id, full_name, text }) => ({
      value: address_id,
      label: full_name,
      description: text,
    })),
    { value: newAddress, label: 'A different address' },
  ];
  return (
    <div className="space-y-5">
      <ChoiceGroup name="address_id" legend="Delivery address" choices={choices} defaultValue={preselected} />
      <div className="hidden group-has-[[value=new]:checked]:block">{fields}</div>
    </div>
  );
}

interface StartOfAddress {
  readonly delivery: DeliveryData;
  readonly checkout: CheckoutSteps['checkout'];
  readonly answer: CheckoutReply | undefined;
}

function startOf({ delivery: { addresses, chosen }, checkout, answer }: StartOfAddress) {
  const isNewChosen =
    chosen === undefined &&
    (checkout.shipping_address !== null || hasTypedAddress(checkout) || answer !== undefined);
  const usual = addresses.find(({ is_default }) => is_default)?.address_id ?? newAddress;
  return {
    addresses,
    preselected: answer?.values?.address_id ?? chosen ?? (isNewChosen ? newAddress : usual),
    // A saved address does not fill the fields.
    values: {
      ...(chosen === undefined && addressValues(checkout)),
      ...(answer?.values && draftOf(answer.values)),
    },
  };
}
