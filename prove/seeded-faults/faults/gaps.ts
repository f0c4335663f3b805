/** @file Faults that no test saw when they were first seeded, into 72f2cac: each got a test then. */
import { faultsIn } from '../fault.ts';

export const gaps = [
  ...faultsIn('apps/server/src', [
    {
      what: 'what was bought stays in the cart',
      file: 'modules/cart/take-from-cart.ts',
      find: 'l.quantity <= b.quantity`',
      replace: 'l.quantity < b.quantity`',
      tests: ['modules/cart/take-from-cart.test.ts'],
    },
    {
      what: 'a phrase has synonyms',
      file: 'ports/search-text.ts',
      find: 'if (run.some(({ isPhrase }) => isPhrase)) continue;',
      replace: '',
      tests: ['ports/search-text.test.ts'],
    },
    {
      what: 'a shelf beside a product shows the product itself',
      file: 'modules/recommendations/recommend.ts',
      find: '.filter(({ itemId }) => itemId !== productId)',
      replace: '.filter(({ itemId }) => itemId !== 0)',
      tests: ['modules/recommendations/recommendation-routes.test.ts'],
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
