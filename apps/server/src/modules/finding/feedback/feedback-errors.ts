import { problemsOf } from '../../../platform/http/problem.ts';

export const feedbackProblem = problemsOf({
  'opted-out': { status: 409, title: 'Personal recommendations are off' },
  'feedback-full': { status: 409, title: 'There is too much feedback' },
  'no-brand': { status: 409, title: 'The product has no brand' },
  'no-category': { status: 409, title: 'The product has no category' },
  'account-gone': { status: 401, title: 'This account no longer exists' },
});
