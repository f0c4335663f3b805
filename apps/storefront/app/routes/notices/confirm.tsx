import { Alert, Link } from '@kindred/ui';
import { data } from 'react-router';
import { mailLinkHeaders } from '../../features/newsletter/follow-mail-link.ts';
import { DeadLinkPage, MailLinkPage } from '../../features/newsletter/mail-link-page.tsx';
import { noticeText } from '../../features/notices/notice-state.ts';
import { askApi } from '../../shared/api-answers.ts';
import { messageOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { productPath } from '../../shared/paths.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/confirm';

type Answer =
  | { state: 'done'; title: string; href: string; text: string }
  | { state: 'dead' }
  | { state: 'failed'; message: string };

export const headers = () => mailLinkHeaders;

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Confirm a notice', siteOf(matches));
}

export function loader({ url }: Route.LoaderArgs) {
  return { token: url.searchParams.get('token') ?? '' };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const { answer, problem } = await attempt(api.confirmNotice(formText(await request.formData(), 'token')));
  if (answer) {
    const { title } = answer.product;
    return data<Answer>({
      state: 'done',
      title,
      href: productPath(answer.product),
      text: noticeText(answer),
    });
  }
  if (problem.status >= 500 || problem.status === 429)
    return data<Answer>({ state: 'failed', message: messageOf(problem) }, { status: problem.status });
  return data<Answer>({ state: 'dead' }, { status: 400 });
}

export default function ConfirmNotice({ loaderData: { token }, actionData }: Route.ComponentProps) {
  if (actionData?.state === 'done')
    return (
      <MailLinkPage title="Thank you, that is noted">
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
        It may be an old one, or a part of it is missing. Open the product again, and ask anew.
      </DeadLinkPage>
    );
  return (
    <MailLinkPage title="Shall we write to you?" ask={{ label: 'Yes, write to me', token }}>
      {actionData?.state === 'failed' && (
        <Alert tone="danger" role="alert" className="mb-4 text-ink">
          {actionData.message}
        </Alert>
      )}
      <p>Press the button, and you get a mail as soon as there is news.</p>
    </MailLinkPage>
  );
}
