import type { Profile } from '@kindred/contracts';
import { createContext, data, type MiddlewareFunction } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { formText } from '../../shared/form-values.ts';
import { accountField, leadToLogin } from './draft.ts';

/** The account of the pages. `requireLogin` sets it. */
export const accountContext = createContext<Profile>();

/** For account pages: a visitor who is not logged in logs in first and comes back. */
export const requireLogin: MiddlewareFunction<Response> = async ({ context, request, url }) => {
  const { api, attempt } = askApi(context);
  const { answer, problem } = await attempt(api.me());
  if (problem?.status === 401) throw await leadToLogin(context, { request, url });
  if (problem) throw data(null, { status: problem.status === 503 ? 503 : 502 });
  if (await isOfAnother(request, answer))
    throw redirectWith(context, '/account', {
      text: 'You are now logged in to a different account, so nothing was changed.',
    });
  context.set(accountContext, answer);
};

/** Whether the form was opened for an account other than the current one. */
async function isOfAnother(request: Request, { user_id }: Profile): Promise<boolean> {
  if (request.method !== 'POST') return false;
  const account = formText(await request.clone().formData(), accountField);
  return account !== '' && account !== user_id;
}
