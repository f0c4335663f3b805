import { ErrorSummary, SelectField, TextArea, TextField } from '@kindred/ui';
import { errorOf, type FieldLabels, type FormError, summaryOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import { AccountForm } from './account-form.tsx';
import { NameFields } from './name-fields.tsx';

export const detailsLabels: FieldLabels = {
  first_name: 'First name',
  last_name: 'Last name',
  age: 'Age',
  gender: 'Gender',
  address: 'Home address',
};

export function checkDetails(form: FormData): FormError[] {
  const age = formText(form, 'age').trim();
  if (age === '' || (/^\d{1,3}$/.test(age) && Number(age) <= 150)) return [];
  return [{ name: 'age', message: 'Enter an age from 0 to 150' }];
}

/** Personal details. All fields are optional. */
export function DetailsForm({
  values,
  errors: fromServer,
}: {
  values: Readonly<Record<string, string>>;
  errors: readonly FormError[] | undefined;
}) {
  const { errors, formProps, summaryRef } = useFormErrors(fromServer, checkDetails);
  return (
    <AccountForm {...formProps} className="space-y-5">
      <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
      <input type="hidden" name="intent" value="details" />
      <div className="grid gap-5 sm:grid-cols-2">
        <NameFields values={values} errors={errors} />
        <TextField
          name="age"
          label="Age"
          isOptional
          inputMode="numeric"
          maxLength={3}
          defaultValue={values.age ?? ''}
          error={errorOf(errors, 'age')}
        />
        <SelectField
          name="gender"
          label="Gender"
          isOptional
          placeholder="Prefer not to say"
          autoComplete="sex"
          options={['Female', 'Male', 'Other'].map((value) => ({ value, label: value }))}
          defaultValue={values.gender ?? ''}
          error={errorOf(errors, 'gender')}
        />
      </div>
      <TextArea
        name="address"
        label="Home address"
        isOptional
        hint="For your profile only. We ship to the addresses that you save under Addresses."
        rows={3}
        autoComplete="street-address"
        maxLength={500}
        defaultValue={values.address ?? ''}
        error={errorOf(errors, 'address')}
      />
      <SubmitButton>Save details</SubmitButton>
    </AccountForm>
  );
}
