import { problemsOf } from '../../../platform/http/problem.ts';

export const shopProblem = problemsOf({
  'page-not-found': { status: 404, title: 'There is no such page about the shop' },
});
