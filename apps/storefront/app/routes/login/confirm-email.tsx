import { BadLink } from '../../features/login/bad-link.tsx';
import { MailedLinkForm } from '../../features/login/mailed-link-form.tsx';
import { refusedToken } from '../../features/login/mailed-token.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { formText } from '../../shared/form-values.ts';
import { mailedLinkHeaders, mailedToken } from '../../shared/mailed-link.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/confirm-email';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Confirm your new email address', siteOf(matches));
}
export const headers = mailedLinkHeaders;
export const loader = (args: Route.LoaderArgs) => mailedToken(args);

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt, optional } = askApi(context);
  const token = formText(await request.formData(), 'token');
  const { problem } = await attempt(api.confirmEmailChange({ token }));
  if (problem) return refusedToken(problem);
  const session = await optional(api.session());
  return session?.account
    ? redirectWith(context, '/account/profile', { text: 'Your email address is changed.' })
    : redirectWith(context, '/login', { text: 'Your email address is changed. Log in with the new one.' });
}

export default function ConfirmEmail({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData?.isBadLink || loaderData.token === '')
    return <BadLink again={{ href: '/account/profile', label: 'Go to your profile' }} />;
  return (
    <MailedLinkForm
      title="Confirm your new email address"
      intro="You will log in with this address, and we will send our emails to it. All other devices will be logged out."
      button="Use this address"
      token={loaderData.token}
      errors={actionData?.errors}
    />
  );
}
