import { faultsIn } from '../fault.ts';

export const showing = [
  ...faultsIn('apps/storefront/app', [
    {
      what: 'an answer to what was typed before replaces the one that is shown',
      file: 'features/search/suggestion-source.ts',
      find: 'if (signal.aborted) return;',
      replace: '',
      tests: ['features/search/suggestion-source.test.ts'],
    },
    {
      what: 'taking a filter away leaves the list on its old page',
      file: 'features/catalog/active-filters.ts',
      find: 'const first = { ...state, page: 1 };',
      replace: 'const first = { ...state };',
      tests: ['features/catalog/active-filters.test.ts'],
    },
  ]),
  ...faultsIn('packages/shop-types/src', [
    {
      what: 'the remainder goes to the smallest fractions',
      file: 'allocate.ts',
      find: 'a.remainder > b.remainder ? -1 : 1',
      replace: 'a.remainder > b.remainder ? 1 : -1',
      tests: ['allocate.test.ts'],
    },
  ]),
];
