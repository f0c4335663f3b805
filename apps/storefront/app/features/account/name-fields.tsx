import { TextField } from '@kindred/ui';
import { errorOf, type FormError } from '../../shared/form-errors.ts';

/** First and last name, both optional, for a grid of two columns. */
export function NameFields({
  values,
  errors,
}: {
  values: Readonly<Record<string, string>>;
  errors: readonly FormError[];
}) {
  return (
    <>
      <TextField
        name="first_name"
        label="First name"
        isOptional
        autoComplete="given-name"
        maxLength={100}
        defaultValue={values.first_name ?? ''}
        error={errorOf(errors, 'first_name')}
      />
      <TextField
        name="last_name"
        label="Last name"
        isOptional
        autoComplete="family-name"
        maxLength={100}
        defaultValue={values.last_name ?? ''}
        error={errorOf(errors, 'last_name')}
      />
    </>
  );
}
