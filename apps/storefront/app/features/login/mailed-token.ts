import type { Problem } from '@kindred/contracts';
import { data } from 'react-router';
import { formErrorsOf } from '../../shared/form-errors.ts';

/** The answer to a refused token: the link is bad, or there is an error to show, such as that another account has the address. */
export function refusedToken(problem: Problem) {
  const isBadLink = problem.code === 'invalid-mail-token' || problem.code === 'invalid-request';
  return data({ isBadLink, errors: formErrorsOf(problem) }, { status: problem.status });
}
