import { ErrorSummary, PasswordField } from '@kindred/ui';
import { data, Form } from 'react-router';
import { BadLink } from '../../features/login/bad-link.tsx';
import { checkNewPassword, loginErrorsOf, passwordHint } from '../../features/login/login-checks.ts';
import { LoginFormPage } from '../../features/login/login-form-page.tsx';
import { refusedToken } from '../../features/login/mailed-token.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { errorOf, summaryOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { mailedLinkHeaders, mailedToken } from '../../shared/mailed-link.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import type { Route } from './+types/reset-password';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Choose a new password', siteOf(matches));
}
export const headers = mailedLinkHeaders;
export const loader = (args: Route.LoaderArgs) => mailedToken(args);

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const form = await request.formData();
  const wrong = checkNewPassword(form);
  if (wrong.length > 0) return data({ isBadLink: false, errors: wrong }, { status: 400 });
  const { problem } = await attempt(
    api.resetPassword({
      token: formText(form, 'token'),
      password: formText(form, 'password'),
      set_cookies: true,
    }),
  );
  if (problem?.code === 'weak-password')
    return data({ isBadLink: false, errors: loginErrorsOf(problem) }, { status: 400 });
  if (problem) return refusedToken(problem);
  return redirectWith(context, '/login', { text: 'Your password is changed. Log in with the new one.' });
}

export default function ResetPassword({ loaderData, actionData }: Route.ComponentProps) {
  const { errors, formProps, summaryRef } = useFormErrors(actionData?.errors, checkNewPassword);
  if (actionData?.isBadLink || loaderData.token === '')
    return <BadLink again={{ href: '/forgot-password', label: 'Get another link' }} />;
  return (
    <LoginFormPage title="Choose a new password" intro="When you save it, all your devices are logged out.">
      <Form method="post" {...formProps} className="space-y-5">
        <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
        <input type="hidden" name="token" value={loaderData.token} />
        <PasswordField
          name="password"
          label="New password"
          hint={passwordHint}
          autoComplete="new-password"
          required
          maxLength={1_000}
          error={errorOf(errors, 'password')}
        />
        <SubmitButton size="lg" className="w-full">
          Save password
        </SubmitButton>
      </Form>
    </LoginFormPage>
  );
}
