/** @file The steps that the links of newsletter mails lead to. */
import type { NewsletterStatus } from '@kindred/contracts';
import { data, type RouterContextProvider } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { formText } from '../../shared/form-values.ts';
import { mailedToken, refusedLink } from '../../shared/mailed-link.ts';

/**
 * Does what a mail's link is for. The token is in the form of our page, or in the address alone: a mail program posts
 * `List-Unsubscribe=One-Click` there (RFC 8058) and wants an answer, not another address.
 */
export async function followMailLink(
  { context, request, url }: { context: Readonly<RouterContextProvider>; request: Request; url: URL },
  step: (token: string) => Promise<NewsletterStatus>,
) {
  const { attempt } = askApi(context);
  const token = formText(await request.formData(), 'token') || mailedToken({ url }).token;
  const { problem } = await attempt(step(token));
  return problem ? refusedLink(problem) : data({ state: 'done' as const });
}
