import { faultsIn } from '../fault.ts';

export const searching = faultsIn('apps/server/src', [
  {
    what: 'a full last page leads to an empty one',
    file: 'adapters/postgres-search-index/answer-page.ts',
    find: 'visits.length <= limit',
    replace: 'visits.length < limit',
    or: {
      find: 'last === undefined || positions.length <= limit',
      replace: 'last === undefined || positions.length < limit',
    },
    tests: ['adapters/postgres-search-index/answer-page.test.ts'],
  },
  {
    what: 'the facet of a filter counts under that filter',
    file: 'adapters/postgres-search-index/facet-counts.ts',
    find: 'selectVisits(all, failed, bits & ~own)',
    replace: 'selectVisits(all, failed, bits)',
    or: {
      file: 'adapters/postgres-search-index/count-products.ts',
      find: '(failed & ~failsBrand) === 0',
      replace: 'failed === 0',
    },
    tests: ['adapters/postgres-search-index/answer-page.test.ts'],
  },
  {
    what: 'a product that is removed leaves its place to nobody',
    file: 'adapters/catalog-in-memory/catalog-columns.ts',
    find: 'this.#places[this.productId[place]!] = place + 1;',
    replace: 'this.#places[this.productId[place]!] = place;',
    tests: ['adapters/catalog-in-memory/catalog-columns.test.ts'],
  },
  {
    what: 'a page may lose one of two equal products',
    file: 'adapters/catalog-in-memory/page-window.ts',
    find: 'order === orders[0]! && tie < ties[0]!',
    replace: 'order === orders[0]! && tie > ties[0]!',
    tests: ['adapters/catalog-in-memory/page-window.test.ts'],
  },
  {
    what: 'a swap of two letters is two slips',
    file: 'adapters/search-reading/edit-rows.ts',
    find: 'cells[above - width + column - 2]! + 1',
    replace: 'cells[above - width + column - 2]! + 2',
    tests: ['adapters/search-reading/vocabulary.test.ts'],
  },
  {
    what: 'large numbers of products do not survive a cursor',
    file: 'platform/http/id-list.ts',
    find: 'unit *= 0x80;',
    replace: 'unit *= 0x40;',
    tests: ['platform/http/id-list.test.ts'],
  },
  {
    what: 'what is sold out is among what is in stock',
    file: 'adapters/postgres-search-index/judge-products.ts',
    find: 'inStock[place] === 0 ? failsStock : 0',
    replace: 'inStock[place] !== 0 ? failsStock : 0',
    or: {
      file: 'adapters/postgres-search-index/count-products.ts',
      find: 'if (inStock[place] === 0) failed[place]! |= failsStock',
      replace: 'if (inStock[place] !== 0) failed[place]! |= failsStock',
    },
    tests: ['adapters/postgres-search-index/answer-page.test.ts'],
  },
]);
