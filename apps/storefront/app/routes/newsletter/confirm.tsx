import { Alert } from '@kindred/ui';
import { followMailLink } from '../../features/newsletter/follow-mail-link.ts';
import { DeadNewsletterLinkPage, MailLinkPage } from '../../features/newsletter/mail-link-page.tsx';
import { askApi } from '../../shared/api-answers.ts';
import { mailedLinkHeaders, mailedToken } from '../../shared/mailed-link.ts';
import { pageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/confirm';

export const headers = mailedLinkHeaders;
export const loader = (args: Route.LoaderArgs) => mailedToken(args);

export function action(args: Route.ActionArgs) {
  const { api } = askApi(args.context);
  return followMailLink(args, api.confirmNewsletter);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta({
    title: 'Subscribe to the newsletter',
    description: 'Confirm that you want our newsletter.',
    site: siteOf(matches),
    canonicalPath: '/newsletter/confirm',
    isUnlisted: true,
  });
}

export default function ConfirmNewsletter({ loaderData: { token }, actionData }: Route.ComponentProps) {
  if (actionData?.state === 'done')
    return (
      <MailLinkPage title="You are subscribed">
        <p>Thank you. Every newsletter has a link to unsubscribe.</p>
      </MailLinkPage>
    );
  if (token === '' || actionData?.state === 'dead') return <DeadNewsletterLinkPage />;
  return (
    <MailLinkPage title="Subscribe to our newsletter" ask={{ label: 'Subscribe', token }}>
      {actionData?.state === 'failed' && (
        <Alert tone="danger" role="alert" className="mb-4 text-ink">
          {actionData.message}
        </Alert>
      )}
      <p>Press the button to confirm your subscription.</p>
    </MailLinkPage>
  );
}
