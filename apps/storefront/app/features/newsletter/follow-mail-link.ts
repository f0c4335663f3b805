/** @file The steps that the links of newsletter mails lead to. */
import type { NewsletterStatus } from '@kindred/contracts';
import { data, type RouterContextProvider } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { messageOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';

export type MailLinkAnswer = { state: 'done' | 'dead' } | { state: 'failed'; message: string };

/**
 * Does what a mail's link is for. The token is in the form of our page, or in the address alone: a mail program posts
 * `List-Unsubscribe=One-Click` there (RFC 8058) and wants an answer, not another address.
 */
export async function followMailLink(
  { context, request, url }: { context: Readonly<RouterContextProvider>; request: Request; url: URL },
  step: (token: string) => Promise<NewsletterStatus>,
) {
  const { attempt } = askApi(context);
  const token = formText(await request.formData(), 'token') || (url.searchParams.get('token') ?? '');
  const { problem } = await attempt(step(token));
  if (!problem) return data<MailLinkAnswer>({ state: 'done' });
  if (problem.status >= 500 || problem.status === 429)
    return data<MailLinkAnswer>({ state: 'failed', message: messageOf(problem) }, { status: problem.status });
  return data<MailLinkAnswer>({ state: 'dead' }, { status: 400 });
}

/** A link's token is for its holder alone. */
export const mailLinkHeaders = { 'cache-control': 'private, no-store' };
