import type { RequestIssue } from '@kindred/contracts';
import { ProblemError } from '../problem.ts';

const mostTold = 100;
const mostInDetail = 5;

/** The one problem for all that is wrong with a request. */
export function invalidRequest(issues: readonly RequestIssue[]): ProblemError {
  const told = issues.slice(0, mostTold);
  const sentences = told.slice(0, mostInDetail).map(({ message }) => message);
  const more = issues.length - sentences.length;
  return new ProblemError({
    status: 400,
    code: 'invalid-request',
    title: 'The request is not valid',
    detail: `${sentences.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    errors: told,
  });
}
