/** @file Faults that no test caught when they were first seeded, into 72f2cac. Each then got a test. */
import { faultsIn } from '../fault.ts';

export const gaps = [
  ...faultsIn('apps/server/src', [
    {
      what: 'of two votes out of three, three are helpful',
      file: 'modules/running/import/review-row.ts',
      find: 'Array.isArray(value) ? value[0]',
      replace: 'Array.isArray(value) ? value[1]',
      tests: ['modules/running/import/import-layouts.test.ts'],
    },
    {
      what: 'a cursor of another list is taken when it is longer',
      file: 'platform/http/cursor.ts',
      find: 'values.length === expected.length',
      replace: 'values.length >= expected.length',
      tests: ['platform/http/cursor.test.ts'],
    },
    {
      what: 'the second address takes the place of the default',
      file: 'modules/people/accounts/address-book.ts',
      find: 'length === 0 || address.is_default === true',
      replace: 'length <= 1 || address.is_default === true',
      tests: ['modules/people/accounts/profile.test.ts'],
    },
    {
      what: 'what was bought stays in the cart',
      file: 'modules/selling/cart/take-from-cart.ts',
      find: 'l.quantity <= b.quantity`',
      replace: 'l.quantity < b.quantity`',
      tests: ['modules/selling/cart/take-from-cart.test.ts'],
    },
    {
      what: 'a phrase has synonyms',
      file: 'ports/search-text.ts',
      find: 'run.some(({ isPhrase }) => isPhrase) || ',
      replace: '',
      tests: ['ports/search-text.test.ts'],
    },
    {
      what: 'a shelf beside a product shows the product itself',
      file: 'modules/finding/recommendations/rules.ts',
      find: '[itemId, ...seeds]',
      replace: 'seeds',
      tests: ['modules/finding/recommendations/recommendation-routes.test.ts'],
    },
  ]),
  ...faultsIn('packages/recommender', [
    {
      what: 'a pair that comes again keeps its last time, not its newest',
      file: 'src/interactions/interactions.ts',
      find: 'Math.max(timestamp, this.#timestamps.get(known))',
      replace: 'Math.max(timestamp, timestamp)',
      tests: ['src/interactions/interactions.test.ts'],
    },
  ]),
];
