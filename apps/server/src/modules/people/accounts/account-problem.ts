import { problemsOf } from '../../../platform/http/problem.ts';

export const accountProblem = problemsOf({
  'weak-password': { status: 400, title: 'Please choose another password' },
  'invalid-credentials': { status: 401, title: 'The email address or the password is wrong' },
  'wrong-password': { status: 403, title: 'The current password is wrong' },
  'too-many-attempts': { status: 429, title: 'Too many attempts, please try again later' },
  'invalid-refresh-token': { status: 401, title: 'Please log in again' },
  'refresh-token-reused': {
    status: 401,
    title: 'Please log in again: this log-in was used from two places',
  },
  'invalid-mail-token': { status: 400, title: 'This link is no longer valid' },
  'email-taken': { status: 409, title: 'Another account now has this email address' },
  'session-not-found': { status: 404, title: 'This log-in does not exist, or has ended' },
  'account-gone': { status: 401, title: 'This account no longer exists' },
  'open-orders': { status: 409, title: 'An order is still under way' },
  'address-not-found': { status: 404, title: 'No such address' },
  'too-many-addresses': { status: 409, title: 'The account has as many addresses as it may have' },
});
