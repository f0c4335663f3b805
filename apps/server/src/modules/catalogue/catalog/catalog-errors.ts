import { problemsOf } from '../../../platform/http/problem.ts';

export const catalogProblem = problemsOf({
  'product-not-found': { status: 404, title: 'This product does not exist' },
  'product-gone': { status: 410, title: 'The shop no longer lists this product' },
});
