import { BadLink } from '../../features/login/bad-link.tsx';
import { MailedLinkForm } from '../../features/login/mailed-link-form.tsx';
import { refusedToken } from '../../features/login/mailed-token.ts';
import { welcomeMessage } from '../../features/login/welcome-message.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { formText } from '../../shared/form-values.ts';
import { mailedLinkHeaders, mailedToken } from '../../shared/mailed-link.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/login-link';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Log in', siteOf(matches));
}
export const headers = mailedLinkHeaders;
export const loader = (args: Route.LoaderArgs) => mailedToken(args);

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const token = formText(await request.formData(), 'token');
  const { answer, problem } = await attempt(api.redeemLoginLink({ token, set_cookies: true }));
  if (problem) return refusedToken(problem);
  return redirectWith(context, '/account', welcomeMessage(answer));
}

export default function LoginLink({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData?.isBadLink || loaderData.token === '')
    return <BadLink again={{ href: '/login', label: 'Get another link' }} />;
  return (
    <MailedLinkForm
      title="Log in"
      intro="Press the button to log in on this device."
      button="Log in"
      token={loaderData.token}
      errors={actionData?.errors}
    />
  );
}
