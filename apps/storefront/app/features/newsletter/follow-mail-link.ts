/** @file Carries out the links of newsletter emails. */
import type { NewsletterStatus } from '@kindred/contracts';
import { data, type RouterContextProvider } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { formText } from '../../shared/form-values.ts';
import { mailedToken, refusedLink } from '../../shared/mailed-link.ts';

/**
 * Carries out an emailed link. The form of our page has the token. A mail program posts `List-Unsubscribe=One-Click` instead (RFC 8058),
 * with the token in the address, and expects an answer without a redirect.
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
