import { Alert, Button, Container, Link, LinkButton } from '@kindred/ui';
import { Form, redirect } from 'react-router';
import { DeadLinkPage, MailLinkPage } from '../../features/newsletter/mail-link-page.tsx';
import { noticeText } from '../../features/notices/notice-state.ts';
import { askApi } from '../../shared/api-answers.ts';
import { formText, optionalFormText } from '../../shared/form-values.ts';
import { mailedLinkHeaders, mailedToken, refusedLink } from '../../shared/mailed-link.ts';
import { productPath } from '../../shared/paths.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/end';

export const headers = mailedLinkHeaders;

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Email notifications', siteOf(matches));
}

export async function loader({ context, url }: Route.LoaderArgs) {
  const { api, attempt } = askApi(context);
  const { token } = mailedToken({ url });
  const { answer } = token === '' ? { answer: undefined } : await attempt(api.mailedNotices(token));
  return {
    token,
    list: answer && {
      watchesWishlist: answer.watches_wishlist,
      items: answer.items.map((notice) => ({
        noticeId: notice.notice_id,
        title: notice.product.title,
        href: productPath(notice.product),
        text: noticeText(notice),
      })),
    },
  };
}

/** A mail program posts `List-Unsubscribe=One-Click` to this address (RFC 8058), which ends all notices. Our form can end one. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const form = await request.formData();
  const token = formText(form, 'token') || mailedToken({ url }).token;
  const noticeId = optionalFormText(form, 'notice_id');
  const { problem } = await attempt(
    api.endMailedNotices({ token, ...(noticeId !== undefined && { notice_id: noticeId }) }),
  );
  if (problem) return refusedLink(problem);
  if (noticeId !== undefined) return redirect(`/notices/end?${new URLSearchParams({ token })}`, 303);
  return { state: 'ended' as const };
}

export default function EndNotices({ loaderData: { token, list }, actionData }: Route.ComponentProps) {
  if (actionData?.state === 'ended')
    return (
      <MailLinkPage title="We will no longer email you about products">
        <p>This includes your wishlist. You can turn notifications on again at any time.</p>
      </MailLinkPage>
    );
  if (!list || actionData?.state === 'dead')
    return <DeadLinkPage>Part of it may be missing. Please open the link in our latest email.</DeadLinkPage>;
  const hasAny = list.items.length > 0 || list.watchesWishlist;
  return (
    <Container className="pt-10 md:pt-14">
      <div className="mx-auto max-w-prose">
        <h1 className="font-semibold text-3xl">Your email notifications</h1>
        {actionData?.state === 'failed' && (
          <Alert tone="danger" role="alert" className="mt-4">
            {actionData.message}
          </Alert>
        )}
        {!hasAny && <p className="mt-4 text-ink-muted text-lg">You have no notifications.</p>}
        <ul className="mt-6 divide-y divide-line border-line border-y empty:hidden">
          {list.items.map(({ noticeId, title, href, text }) => (
            <li key={noticeId} className="flex items-center justify-between gap-4 py-3">
              <div className="min-w-0">
                <p className="font-medium [overflow-wrap:anywhere]">
                  <Link href={href} className="underline-offset-4 hover:underline">
                    {title}
                  </Link>
                </p>
                <p className="mt-0.5 text-ink-muted text-sm">{text}</p>
              </div>
              <Form method="post">
                <input type="hidden" name="token" value={token} />
                <Button
                  type="submit"
                  name="notice_id"
                  value={noticeId}
                  variant="secondary"
                  aria-label={`Stop: ${title}`}
                >
                  Stop
                </Button>
              </Form>
            </li>
          ))}
          {list.watchesWishlist && (
            <li className="py-4">
              <p className="font-medium">Your wishlist</p>
              <p className="mt-0.5 text-ink-muted text-sm">
                We email you when an item on it is cheaper or back in stock.
              </p>
            </li>
          )}
        </ul>
        <div className="mt-6">
          {hasAny ? (
            <Form method="post">
              <input type="hidden" name="token" value={token} />
              <Button type="submit" size="lg">
                Stop all notifications
              </Button>
            </Form>
          ) : (
            <LinkButton href="/" size="lg" variant="secondary">
              Go to the shop
            </LinkButton>
          )}
        </div>
      </div>
    </Container>
  );
}
