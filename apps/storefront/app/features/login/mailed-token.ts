import type { Problem } from '@kindred/contracts';
import { data } from 'react-router';
import { formErrorsOf } from '../../shared/form-errors.ts';

/** A token that is not good, or something to be told: another account has the address, or a failure that may pass. */
export function refusedToken(problem: Problem) {
  const isBadLink = problem.code === 'invalid-mail-token' || problem.code === 'invalid-request';
  return data({ isBadLink, errors: formErrorsOf(problem) }, { status: problem.status });
}
