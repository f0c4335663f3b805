import { EmailField, ErrorSummary, Link, PasswordField } from '@kindred/ui';
import { data, Form, redirect } from 'react-router';
import { NameFields } from '../../features/account/name-fields.tsx';
import {
  checkEmail,
  checkNewPassword,
  loginErrorsOf,
  passwordHint,
} from '../../features/login/login-checks.ts';
import { LoginFormPage } from '../../features/login/login-form-page.tsx';
import { askApi } from '../../shared/api-answers.ts';
import { errorOf, type FormError, summaryOf } from '../../shared/form-errors.ts';
import { formText, formValues, optionalFormText } from '../../shared/form-values.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import type { Route } from './+types/register';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Create an account', siteOf(matches));
}

export async function loader({ context }: Route.LoaderArgs) {
  const { api, optional } = askApi(context);
  if ((await optional(api.session()))?.account) throw redirect('/account');
  return null;
}

const check = (form: FormData): FormError[] => [...checkEmail(form), ...checkNewPassword(form)];

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const form = await request.formData();
  const refuse = (errors: readonly FormError[], status = 400) =>
    data({ errors, values: formValues(form, { except: ['password'] }) }, { status });
  const wrong = check(form);
  if (wrong.length > 0) return refuse(wrong);
  const firstName = optionalFormText(form, 'first_name');
  const lastName = optionalFormText(form, 'last_name');
  const { problem } = await attempt(
    api.register({
      email: formText(form, 'email').trim(),
      password: formText(form, 'password'),
      ...(firstName !== undefined && { first_name: firstName }),
      ...(lastName !== undefined && { last_name: lastName }),
    }),
  );
  if (problem) return refuse(loginErrorsOf(problem), problem.status);
  return redirect('/check-inbox?for=register', 303);
}

export default function Register({ actionData }: Route.ComponentProps) {
  const { errors, formProps, summaryRef } = useFormErrors(actionData?.errors, check);
  const values = actionData?.values ?? {};
  return (
    <LoginFormPage
      title="Create an account"
      intro="Track your orders, save addresses and a wishlist, and see your cart on every device."
      footer={
        <p>
          Already have an account?{' '}
          <Link href="/login" className="inline-block py-1 font-medium underline underline-offset-4">
            Log in
          </Link>
        </p>
      }
    >
      <Form method="post" {...formProps} className="space-y-5">
        <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
        <EmailField required defaultValue={values.email ?? ''} error={errorOf(errors, 'email')} />
        <PasswordField
          name="password"
          label="Password"
          hint={passwordHint}
          autoComplete="new-password"
          required
          maxLength={1_000}
          error={errorOf(errors, 'password')}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <NameFields values={values} errors={errors} />
        </div>
        <SubmitButton size="lg" className="w-full">
          Create account
        </SubmitButton>
        <p className="text-ink-muted text-sm">
          Read what data we keep, and how to delete it, in our{' '}
          <Link href="/privacy" className="underline underline-offset-4 hover:text-ink">
            privacy policy
          </Link>
          .
        </p>
      </Form>
    </LoginFormPage>
  );
}
