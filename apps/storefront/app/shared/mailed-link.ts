/** @file What the pages that the links of mails open have in common. */
import type { Problem } from '@kindred/contracts';
import { data } from 'react-router';
import { messageOf } from './form-errors.ts';

/** Such a page is nobody else’s business, nor a cache’s. */
export const mailedLinkHeaders = () => ({ 'cache-control': 'private, no-store' });

export function mailedToken({ url }: { url: URL }) {
  return { token: url.searchParams.get('token') ?? '' };
}

export type RefusedLink = { state: 'dead' } | { state: 'failed'; message: string };

/** A link that is used up, too old or cut off, or a failure that may pass. */
export function refusedLink(problem: Problem) {
  if (problem.status >= 500 || problem.status === 429)
    return data<RefusedLink>({ state: 'failed', message: messageOf(problem) }, { status: problem.status });
  return data<RefusedLink>({ state: 'dead' }, { status: 400 });
}
