import { ErrorSummary, PasswordField } from '@kindred/ui';
import { Form } from 'react-router';
import { errorOf, type FormError, summaryOf } from '../../shared/form-errors.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import { checkNewPassword, passwordHint } from '../login/login-checks.ts';

interface CreateAccountCardProps {
  email: string;
  /** The shop has sent the email that confirms the address. */
  isAsked: boolean;
  errors: readonly FormError[] | undefined;
}

/** A guest enters only a password, because the order has the rest. */
export function CreateAccountCard({ email, isAsked, errors: fromServer }: CreateAccountCardProps) {
  const { errors, formProps, summaryRef } = useFormErrors(fromServer, checkNewPassword);
  return (
    <section
      id="account"
      aria-labelledby="account-heading"
      className="rounded-lg border border-line bg-surface p-5 md:p-6 print:hidden"
    >
      <h2 id="account-heading" className="font-semibold text-lg">
        {isAsked ? 'Check your inbox' : 'Create an account: just choose a password'}
      </h2>
      {isAsked ? (
        <p className="mt-2 text-sm">
          We sent an email to <strong className="font-medium [overflow-wrap:anywhere]">{email}</strong>.
          Confirm your address there, and this order will be in your account.
        </p>
      ) : (
        <>
          <p className="mt-2 text-ink-muted text-sm">
            Track this order, return items and check out faster next time. Your cart stays as it is.
          </p>
          <Form method="post" preventScrollReset {...formProps} className="mt-4 space-y-4">
            <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
            <p className="text-sm [overflow-wrap:anywhere]">
              Email: <strong className="font-medium">{email}</strong>
            </p>
            {/* For password managers. */}
            <input
              autoComplete="username"
              value={email}
              readOnly
              tabIndex={-1}
              aria-hidden="true"
              className="sr-only"
            />
            <PasswordField
              name="password"
              label="Password"
              hint={passwordHint}
              autoComplete="new-password"
              maxLength={1_000}
              error={errorOf(errors, 'password')}
            />
            <SubmitButton name="intent" value="create-account">
              Create account
            </SubmitButton>
          </Form>
        </>
      )}
    </section>
  );
}
