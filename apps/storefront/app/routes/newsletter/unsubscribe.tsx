import { Alert } from '@kindred/ui';
import { followMailLink } from '../../features/newsletter/follow-mail-link.ts';
import { DeadNewsletterLinkPage, MailLinkPage } from '../../features/newsletter/mail-link-page.tsx';
import { askApi } from '../../shared/api-answers.ts';
import { mailedLinkHeaders, mailedToken } from '../../shared/mailed-link.ts';
import { pageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/unsubscribe';

export const headers = mailedLinkHeaders;
export const loader = (args: Route.LoaderArgs) => mailedToken(args);

export function action(args: Route.ActionArgs) {
  const { api } = askApi(args.context);
  return followMailLink(args, api.unsubscribeFromNewsletter);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta({
    title: 'Unsubscribe',
    description: 'Unsubscribe from our newsletter.',
    site: siteOf(matches),
    canonicalPath: '/newsletter/unsubscribe',
    isUnlisted: true,
  });
}

export default function UnsubscribeFromNewsletter({
  loaderData: { token },
  actionData,
}: Route.ComponentProps) {
  if (actionData?.state === 'done')
    return (
      <MailLinkPage title="You are unsubscribed">
        <p>You will not receive any more newsletters from us.</p>
      </MailLinkPage>
    );
  if (token === '' || actionData?.state === 'dead') return <DeadNewsletterLinkPage />;
  return (
    <MailLinkPage title="Unsubscribe from our newsletter" ask={{ label: 'Unsubscribe', token }}>
      {actionData?.state === 'failed' && (
        <Alert tone="danger" role="alert" className="mb-4 text-ink">
          {actionData.message}
        </Alert>
      )}
      <p>Press the button to stop receiving our newsletter.</p>
    </MailLinkPage>
  );
}
