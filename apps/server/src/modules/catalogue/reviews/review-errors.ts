import { problemsOf } from '../../../platform/http/problem.ts';

export const reviewProblem = problemsOf({
  'verify-your-email': { status: 403, title: 'Please confirm your email address first' },
  'own-review': { status: 403, title: 'Your own review is not yours to vote on' },
  'review-not-found': { status: 404, title: 'There is no such review' },
  'account-gone': { status: 401, title: 'This account does not exist any more' },
});
