import { problemsOf } from '../../../platform/http/problem.ts';

export const shopProblem = problemsOf({
  'page-not-found': { status: 404, title: 'The shop does not have this page' },
});
