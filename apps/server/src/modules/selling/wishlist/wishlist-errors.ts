import { problemsOf } from '../../../platform/http/problem.ts';

export const wishlistProblem = problemsOf({
  'wishlist-full': { status: 409, title: 'The wishlist is full' },
  'account-gone': { status: 401, title: 'This account no longer exists' },
});
