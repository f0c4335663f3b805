import { Disclosure, EmailField, ErrorSummary, PasswordField } from '@kindred/ui';
import { errorOf, type FormError, summaryOf } from '../../shared/form-errors.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import { checkEmail, checkPassword } from '../login/login-checks.ts';
import { AccountForm } from './account-form.tsx';
import { useEmptiedForm } from './use-emptied-form.ts';

const idPrefix = 'email-form-';

export const checkEmailChange = (form: FormData): FormError[] => [
  ...checkEmail(form),
  ...checkPassword(form),
];

/** Changes the account's email address. The new address has to be confirmed by email. */
export function EmailForm({
  values,
  errors: fromServer,
}: {
  values: Readonly<Record<string, string>>;
  errors: readonly FormError[] | undefined;
}) {
  const { errors, formProps, summaryRef } = useFormErrors(fromServer, checkEmailChange);
  const form = useEmptiedForm('email', fromServer);
  return (
    <Disclosure
      summary="Change email address"
      isOpen={fromServer !== undefined || values.email !== undefined}
    >
      <AccountForm ref={form} {...formProps} className="max-w-md space-y-5">
        <ErrorSummary ref={summaryRef} errors={summaryOf(errors, idPrefix)} />
        <input type="hidden" name="intent" value="email" />
        <EmailField
          id={`${idPrefix}email`}
          label="New email"
          hint="We will send a link to this address. Your email changes once you confirm it."
          required
          defaultValue={values.email ?? ''}
          error={errorOf(errors, 'email')}
        />
        <PasswordField
          id={`${idPrefix}password`}
          name="password"
          label="Your password"
          autoComplete="current-password"
          required
          maxLength={1_000}
          error={errorOf(errors, 'password')}
        />
        <SubmitButton>Send link</SubmitButton>
      </AccountForm>
    </Disclosure>
  );
}
