import { ErrorSummary } from '@kindred/ui';
import { Form } from 'react-router';
import { type FormError, summaryOf } from '../../shared/form-errors.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import { LoginFormPage } from './login-form-page.tsx';

/** The page that an emailed link opens. Mail scanners open it too, so only its button has an effect. */
export function MailedLinkForm({
  title,
  intro,
  button,
  token,
  errors: fromServer,
}: {
  title: string;
  intro: string;
  button: string;
  token: string;
  errors: readonly FormError[] | undefined;
}) {
  const { errors, summaryRef } = useFormErrors(fromServer);
  return (
    <LoginFormPage title={title} intro={intro}>
      <Form method="post" className="space-y-5">
        <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
        <input type="hidden" name="token" value={token} />
        <SubmitButton size="lg" className="w-full">
          {button}
        </SubmitButton>
      </Form>
    </LoginFormPage>
  );
}
