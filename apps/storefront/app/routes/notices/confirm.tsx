import { Alert, Link } from '@kindred/ui';
import { DeadLinkPage, MailLinkPage } from '../../features/newsletter/mail-link-page.tsx';
import { noticeText } from '../../features/notices/notice-state.ts';
import { askApi } from '../../shared/api-answers.ts';
import { formText } from '../../shared/form-values.ts';
import { mailedLinkHeaders, mailedToken, refusedLink } from '../../shared/mailed-link.ts';
import { productPath } from '../../shared/paths.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/confirm';

export const headers = mailedLinkHeaders;
export const loader = (args: Route.LoaderArgs) => mailedToken(args);

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Confirm notification', siteOf(matches));
}

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const { answer, problem } = await attempt(api.confirmNotice(formText(await request.formData(), 'token')));
  if (problem) return refusedLink(problem);
  const { product } = answer;
  return {
    state: 'done' as const,
    title: product.title,
    href: productPath(product),
    text: noticeText(answer),
  };
}

export default function ConfirmNotice({ loaderData: { token }, actionData }: Route.ComponentProps) {
  if (actionData?.state === 'done')
    return (
      <MailLinkPage title="Thank you, we will notify you">
        <p>{actionData.text}</p>
        <p className="mt-2">
          <Link href={actionData.href} className="text-ink underline underline-offset-4">
            {actionData.title}
          </Link>
        </p>
      </MailLinkPage>
    );
  if (token === '' || actionData?.state === 'dead')
    return (
      <DeadLinkPage>
        It may have expired, or part of it may be missing. Open the product and ask again.
      </DeadLinkPage>
    );
  return (
    <MailLinkPage title="Do you want us to notify you?" ask={{ label: 'Yes, notify me', token }}>
      {actionData?.state === 'failed' && (
        <Alert tone="danger" role="alert" className="mb-4 text-ink">
          {actionData.message}
        </Alert>
      )}
      <p>Press the button, and we will email you as soon as there is news.</p>
    </MailLinkPage>
  );
}
