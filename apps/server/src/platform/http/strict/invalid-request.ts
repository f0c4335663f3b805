import type { RequestIssue } from '@kindred/contracts';
import { type KnownProblem, ProblemError } from '../problem.ts';

const mostTold = 100;
const mostInDetail = 5;

export const invalidRequestProblem: KnownProblem = {
  status: 400,
  code: 'invalid-request',
  title: 'The request is not valid',
};

/** Returns one problem for all errors of a request. */
export function invalidRequest(issues: readonly RequestIssue[]): ProblemError {
  const told = issues.slice(0, mostTold);
  const sentences = told.slice(0, mostInDetail).map(({ message }) => message);
  const more = issues.length - sentences.length;
  return new ProblemError({
    ...invalidRequestProblem,
    detail: `${sentences.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    errors: told,
  });
}
