import { BadLink } from '../../features/login/bad-link.tsx';
import { MailedLinkForm } from '../../features/login/mailed-link-form.tsx';
import { refusedToken } from '../../features/login/mailed-token.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { formText } from '../../shared/form-values.ts';
import { mailedLinkHeaders, mailedToken } from '../../shared/mailed-link.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/verify-email';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Confirm your email address', siteOf(matches));
}
export const headers = mailedLinkHeaders;
export const loader = (args: Route.LoaderArgs) => mailedToken(args);

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt, optional } = askApi(context);
  const token = formText(await request.formData(), 'token');
  const { problem } = await attempt(api.verifyEmail({ token }));
  if (problem) return refusedToken(problem);
  const session = await optional(api.session());
  return session?.account
    ? redirectWith(context, '/account', { text: 'Your email address is confirmed.' })
    : redirectWith(context, '/login', { text: 'Your email address is confirmed. You can log in now.' });
}

export default function VerifyEmail({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData?.isBadLink || loaderData.token === '')
    return <BadLink again={{ href: '/account', label: 'Go to your account' }} />;
  return (
    <MailedLinkForm
      title="Confirm your email address"
      intro="Confirm your address to finish creating your account. Orders that you placed with it will appear there too."
      button="Confirm address"
      token={loaderData.token}
      errors={actionData?.errors}
    />
  );
}
