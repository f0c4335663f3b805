import { problemsOf } from '../../../platform/http/problem.ts';

export const noticeProblem = problemsOf({
  'verify-your-email': { status: 403, title: 'Please confirm your email address first' },
  'account-gone': { status: 401, title: 'This account no longer exists' },
  'notice-not-found': { status: 404, title: 'This notice does not exist' },
  'available-now': { status: 409, title: 'This product can be bought right now' },
  'no-price': { status: 409, title: 'This product has no price' },
  'too-many-notices': { status: 409, title: 'You have too many notices already' },
  'invalid-notice-token': { status: 400, title: 'This link is not valid, or no longer valid' },
});
