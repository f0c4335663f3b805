import { problemsOf } from '../../../platform/http/problem.ts';

export const accountProblem = problemsOf({
  'weak-password': { status: 400, title: 'Please choose another password' },
  'invalid-credentials': { status: 401, title: 'Email or password is not right' },
  'wrong-password': { status: 403, title: 'The current password is not right' },
  'too-many-attempts': { status: 429, title: 'Too many attempts, please try again later' },
  'invalid-refresh-token': { status: 401, title: 'Please log in again' },
  'refresh-token-reused': {
    status: 401,
    title: 'Please log in again: this log-in was used from two places',
  },
  'invalid-mail-token': { status: 400, title: 'This link is not good any more' },
  'email-taken': { status: 409, title: 'Another account has this email address by now' },
  'session-not-found': { status: 404, title: 'No such log-in, or not any more' },
  'account-gone': { status: 401, title: 'This account no longer exists' },
  'open-orders': { status: 409, title: 'An order is still under way' },
  'address-not-found': { status: 404, title: 'No such address' },
  'too-many-addresses': { status: 409, title: 'That is as many addresses as an account can keep' },
});
