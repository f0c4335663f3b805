import { problemsOf } from '../../../platform/http/problem.ts';

export const saleProblem = problemsOf({
  'sale-not-found': { status: 404, title: 'The product has no such sale' },
  'sales-overlap': { status: 409, title: 'The product has another sale at that time' },
  'sale-ended': { status: 409, title: 'The sale has ended' },
  'sale-not-below-price': { status: 409, title: 'A sale price must be below the regular price' },
  'sale-in-other-currency': { status: 409, title: 'A sale price must be in the currency of the product' },
  'sale-ends-too-early': { status: 400, title: 'A sale must end after it begins, and in the future' },
});
