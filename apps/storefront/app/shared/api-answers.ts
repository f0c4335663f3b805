import type { Problem } from '@kindred/contracts';
import { data } from 'react-router';

/**
 * The problem that an API call failed with. Told by its shape: the server's `ApiError` is another class than
 * the one that a bundle of this application would hold.
 */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Error && error.name === 'ApiError' && 'problem' in error)
    return error.problem as Problem;
  return undefined;
}

/** For what a page can do without: a failure is logged, and the answer is null. */
export function optional<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  return answer.catch((error: unknown) => {
    if (problemOf(error)?.status !== 404) console.warn('A part of the page is left out:', error);
    return null;
  });
}

/** For what a page is about: not found there is not found here, and any other problem is a bad gateway. */
export function required<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return answer.catch((error: unknown) => {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    if (problem.status === 404 || problem.status === 410) throw data(null, { status: problem.status });
    console.error('The API failed:', error);
    throw data(null, { status: problem.status === 400 || problem.status === 422 ? 404 : 502 });
  });
}
