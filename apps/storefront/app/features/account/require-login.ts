import type { Profile } from '@kindred/contracts';
import { createContext, data, type MiddlewareFunction } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { leadToLogin } from './draft.ts';

/** Whose pages these are; set by `requireLogin`. */
export const accountContext = createContext<Profile>();

/** For pages that belong to an account: who is not logged in logs in first, and comes back. */
export const requireLogin: MiddlewareFunction<Response> = async ({ context, request, url }) => {
  const { api, attempt } = askApi(context);
  const { answer, problem } = await attempt(api.me());
  if (problem?.status === 401) throw await leadToLogin(context, { request, url });
  if (problem) throw data(null, { status: problem.status === 503 ? 503 : 502 });
  context.set(accountContext, answer);
};
