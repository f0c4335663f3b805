import { EmailField, ErrorSummary, Link, PasswordField } from '@kindred/ui';
import { data, Form, redirect } from 'react-router';
import { checkEmail, checkPassword, loginErrorsOf } from '../../features/login/login-checks.ts';
import { LoginFormPage } from '../../features/login/login-form-page.tsx';
import { welcomeMessage } from '../../features/login/welcome-message.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { errorOf, type FormError, summaryOf } from '../../shared/form-errors.ts';
import { formText, formValues } from '../../shared/form-values.ts';
import { safeReturnPath } from '../../shared/return-path.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import type { Route } from './+types/login';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Log in', siteOf(matches));
}

const returnPathOf = (text: unknown) => {
  const path = safeReturnPath(text, '/account');
  return /^\/(login|logout)\b/.test(path) ? '/account' : path;
};

export async function loader({ context, url }: Route.LoaderArgs) {
  const { api, optional } = askApi(context);
  const session = await optional(api.session());
  const returnTo = returnPathOf(url.searchParams.get('return_to'));
  if (session?.account) throw redirect(returnTo);
  return { returnTo, hasToComeBack: url.searchParams.has('return_to') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const form = await request.formData();
  const email = formText(form, 'email').trim();
  const refuse = (errors: readonly FormError[], status = 400) =>
    data({ errors, values: formValues(form, { except: ['password'] }) }, { status });

  if (form.get('intent') === 'link') {
    const wrong = checkEmail(form);
    if (wrong.length > 0) return refuse(wrong);
    const { problem } = await attempt(api.requestLoginLink({ email }));
    if (problem) return refuse(loginErrorsOf(problem), problem.status);
    return redirect('/check-inbox?for=login', 303);
  }

  const wrong = checkLogin(form);
  if (wrong.length > 0) return refuse(wrong);
  const password = formText(form, 'password');
  const { answer, problem } = await attempt(api.login({ email, password, set_cookies: true }));
  if (problem) return refuse(loginErrorsOf(problem), problem.status);
  const next = redirectWith(context, returnPathOf(form.get('return_to')), welcomeMessage(answer));
  // Loads a new document, so that no data of the guest stays, and because the page may be the checkout, with its own policy.
  next.headers.set('x-remix-reload-document', 'true');
  return next;
}

/** Requires only that the address is not empty, because an old account's address may break today's rules. */
function checkLogin(form: FormData): FormError[] {
  const email = formText(form, 'email').trim();
  return [
    ...(email === '' ? [{ name: 'email', message: 'Enter your email address' }] : []),
    ...checkPassword(form),
  ];
}

export default function Login({ loaderData, actionData }: Route.ComponentProps) {
  const { returnTo, hasToComeBack } = loaderData;
  const { errors, formProps, summaryRef } = useFormErrors(actionData?.errors, checkLogin);
  return (
    <LoginFormPage
      title="Log in"
      intro={hasToComeBack ? 'Please log in to continue.' : undefined}
      footer={
        <p>
          New here?{' '}
          <Link href="/register" className="inline-block py-1 font-medium underline underline-offset-4">
            Create an account
          </Link>
        </p>
      }
    >
      <Form method="post" {...formProps} className="space-y-5">
        <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
        <input type="hidden" name="return_to" value={returnTo} />
        <EmailField
          autoComplete="username"
          required
          defaultValue={actionData?.values.email ?? ''}
          error={errorOf(errors, 'email')}
        />
        <div>
          <PasswordField
            name="password"
            label="Password"
            autoComplete="current-password"
            required
            maxLength={1_000}
            error={errorOf(errors, 'password')}
          />
          <p className="mt-1 text-right text-sm">
            <Link
              href="/forgot-password"
              className="inline-flex min-h-11 items-center text-ink-muted underline underline-offset-4 hover:text-ink"
            >
              Forgot your password?
            </Link>
          </p>
        </div>
        <div className="space-y-3">
          <SubmitButton size="lg" className="w-full">
            Log in
          </SubmitButton>
          <SubmitButton
            variant="secondary"
            size="lg"
            className="w-full"
            name="intent"
            value="link"
            formNoValidate
          >
            Email me a log-in link
          </SubmitButton>
        </div>
      </Form>
    </LoginFormPage>
  );
}
