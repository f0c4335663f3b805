import { problemsOf } from '../../../platform/http/problem.ts';

export const newsletterProblem = problemsOf({
  'invalid-newsletter-token': { status: 400, title: 'This link is not valid, or no longer valid' },
});
