import { problemsOf } from '../../../platform/http/problem.ts';

export const searchProblem = problemsOf({
  'category-not-found': { status: 404, title: 'This category does not exist' },
  'attribute-not-found': { status: 404, title: 'The shop has not declared this attribute' },
  'synonyms-not-found': { status: 404, title: 'This group of synonyms does not exist' },
  'synonyms-exist': { status: 409, title: 'This group of synonyms already exists' },
  'too-many-synonyms': { status: 409, title: 'The shop has as many groups of synonyms as it may have' },
  'invalid-cursor': { status: 400, title: 'The cursor does not belong to this list' },
});
