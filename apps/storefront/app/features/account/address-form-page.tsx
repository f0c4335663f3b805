import type { PostalAddress } from '@kindred/contracts';
import { CheckboxField, ErrorSummary, LinkButton } from '@kindred/ui';
import { type FormError, summaryOf } from '../../shared/form-errors.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import { AddressFields } from '../address/address-fields.tsx';
import { checkAddress } from '../address/address-form.ts';
import type { Country } from '../address/countries.ts';
import { AccountForm } from './account-form.tsx';
import { DraftNotice } from './draft-notice.tsx';

interface AddressFormPageProps {
  title: string;
  countries: readonly Country[];
  defaultCountry: string;
  /** The values as typed, or as stored. */
  values: Readonly<Partial<Record<keyof PostalAddress | 'is_default', string | undefined>>>;
  errors: readonly FormError[] | undefined;
  isDraft: boolean;
  /** False for the default address, which stays the default until another one is chosen. */
  canBecomeDefault: boolean;
}

export function AddressFormPage({
  title,
  countries,
  defaultCountry,
  values,
  errors: fromServer,
  isDraft,
  canBecomeDefault,
}: AddressFormPageProps) {
  const { errors, formProps, summaryRef } = useFormErrors(fromServer, checkAddress);
  return (
    <div className="max-w-xl">
      <h1 className="mb-8 font-semibold text-3xl">{title}</h1>
      <DraftNotice isShown={isDraft} />
      <AccountForm {...formProps} className="space-y-5">
        <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
        <AddressFields
          countries={countries}
          defaultCountry={defaultCountry}
          values={values}
          errors={errors}
        />
        {canBecomeDefault && (
          <CheckboxField
            name="is_default"
            label="Use by default"
            defaultChecked={values.is_default === 'on'}
          />
        )}
        <div className="flex flex-wrap gap-3">
          <SubmitButton>Save address</SubmitButton>
          <LinkButton href="/account/addresses" variant="secondary">
            Cancel
          </LinkButton>
        </div>
      </AccountForm>
    </div>
  );
}
