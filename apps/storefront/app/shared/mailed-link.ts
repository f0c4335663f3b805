/** @file Shared by the pages that emailed links open. */
import type { Problem } from '@kindred/contracts';
import { data } from 'react-router';
import { messageOf } from './form-errors.ts';

/** The page is personal, so no cache stores it. */
export const mailedLinkHeaders = () => ({ 'cache-control': 'private, no-store' });

export function mailedToken({ url }: { url: URL }) {
  return { token: url.searchParams.get('token') ?? '' };
}

export type RefusedLink = { state: 'dead' } | { state: 'failed'; message: string };

/** The answer to a refused link: it was used already, has expired or was cut off; or the failure is temporary. */
export function refusedLink(problem: Problem) {
  if (problem.status >= 500 || problem.status === 429)
    return data<RefusedLink>({ state: 'failed', message: messageOf(problem) }, { status: problem.status });
  return data<RefusedLink>({ state: 'dead' }, { status: 400 });
}
