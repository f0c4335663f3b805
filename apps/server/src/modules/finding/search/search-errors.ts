import { problemsOf } from '../../../platform/http/problem.ts';

export const searchProblem = problemsOf({
  'category-not-found': { status: 404, title: 'There is no such category' },
  'attribute-not-found': { status: 404, title: 'The shop has declared no such attribute' },
  'synonyms-not-found': { status: 404, title: 'There is no such group of synonyms' },
  'synonyms-exist': { status: 409, title: 'There is such a group of synonyms' },
  'too-many-synonyms': { status: 409, title: 'There are as many groups of synonyms as a shop may have' },
  'invalid-cursor': { status: 400, title: 'The cursor is not one that this list gave out' },
});
