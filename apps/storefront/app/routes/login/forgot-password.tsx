import { EmailField, ErrorSummary, Link } from '@kindred/ui';
import { data, Form, redirect } from 'react-router';
import { checkEmail, loginErrorsOf } from '../../features/login/login-checks.ts';
import { LoginFormPage } from '../../features/login/login-form-page.tsx';
import { askApi } from '../../shared/api-answers.ts';
import { errorOf, summaryOf } from '../../shared/form-errors.ts';
import { formText, formValues } from '../../shared/form-values.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import type { Route } from './+types/forgot-password';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Forgot your password?', siteOf(matches));
}

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const form = await request.formData();
  const wrong = checkEmail(form);
  if (wrong.length > 0) return data({ errors: wrong, values: formValues(form) }, { status: 400 });
  const { problem } = await attempt(api.forgotPassword({ email: formText(form, 'email').trim() }));
  if (problem)
    return data({ errors: loginErrorsOf(problem), values: formValues(form) }, { status: problem.status });
  return redirect('/check-inbox?for=password', 303);
}

export default function ForgotPassword({ actionData }: Route.ComponentProps) {
  const { errors, formProps, summaryRef } = useFormErrors(actionData?.errors, checkEmail);
  return (
    <LoginFormPage
      title="Forgot your password?"
      intro="We will email you a link to choose a new one."
      footer={
        <Link href="/login" className="inline-block py-1 font-medium underline underline-offset-4">
          Back to log in
        </Link>
      }
    >
      <Form method="post" {...formProps} className="space-y-5">
        <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
        <EmailField
          autoComplete="username"
          required
          defaultValue={actionData?.values.email ?? ''}
          error={errorOf(errors, 'email')}
        />
        <SubmitButton size="lg" className="w-full">
          Send link
        </SubmitButton>
      </Form>
    </LoginFormPage>
  );
}
