import { problemsOf } from '../../platform/http/problem.ts';

export const searchProblem = problemsOf({
  'category-not-found': { status: 404, title: 'There is no such category' },
  'invalid-cursor': { status: 400, title: 'The cursor is not one that this list gave out' },
});
