import { problemsOf } from '../../../platform/http/problem.ts';

export const reviewProblem = problemsOf({
  'verify-your-email': { status: 403, title: 'Please confirm your email address first' },
  'own-review': { status: 403, title: 'You cannot vote on your own review' },
  'review-not-found': { status: 404, title: 'This review does not exist' },
  'account-gone': { status: 401, title: 'This account no longer exists' },
});
