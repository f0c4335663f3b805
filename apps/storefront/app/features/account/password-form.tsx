import { ErrorSummary, PasswordField } from '@kindred/ui';
import { errorOf, type FormError, summaryOf } from '../../shared/form-errors.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import { checkNewPassword, checkPassword, passwordHint } from '../login/login-checks.ts';
import { AccountForm } from './account-form.tsx';
import { useAccount } from './use-account.ts';
import { useEmptiedForm } from './use-emptied-form.ts';

export const checkPasswordChange = (form: FormData): FormError[] => [
  ...checkPassword(form, 'current_password'),
  ...checkNewPassword(form, 'new_password'),
];

export function PasswordForm({ errors: fromServer }: { errors: readonly FormError[] | undefined }) {
  const { email } = useAccount();
  const { errors, formProps, summaryRef } = useFormErrors(fromServer, checkPasswordChange);
  const form = useEmptiedForm('password', fromServer);
  return (
    <AccountForm ref={form} {...formProps} className="max-w-md space-y-5">
      <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
      <input type="hidden" name="intent" value="password" />
      {/* For the browser's password manager or another one. */}
      <input type="text" name="username" autoComplete="username" value={email ?? ''} readOnly hidden />
      <PasswordField
        name="current_password"
        label="Current password"
        autoComplete="current-password"
        required
        maxLength={1_000}
        error={errorOf(errors, 'current_password')}
      />
      <PasswordField
        name="new_password"
        label="New password"
        hint={passwordHint}
        autoComplete="new-password"
        required
        maxLength={1_000}
        error={errorOf(errors, 'new_password')}
      />
      <SubmitButton>Change password</SubmitButton>
    </AccountForm>
  );
}
