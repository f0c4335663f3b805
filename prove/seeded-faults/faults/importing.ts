import { faultsIn } from '../fault.ts';

const valueTests = ['field-values.test.ts'] as const;
const recoveryTests = ['import-recovery.test.ts'] as const;

export const importing = faultsIn('apps/server/src/modules/running/import', [
  {
    what: 'a price is cut off rather than rounded',
    file: 'price.ts',
    find: "rest.charAt(0) >= '5'",
    replace: "rest.charAt(0) > '5'",
    tests: ['price.test.ts'],
  },
  {
    what: 'a price with the sign of another currency is sold as the own',
    file: 'price.ts',
    find: 'hasOtherCurrency(text, signs) ? null : grammar.exec(text)',
    replace: "grammar.exec(text.replace(/\\p{Sc}/gu, ''))",
    tests: ['price.test.ts'],
  },
  {
    what: 'what is left out of a rejected row is counted',
    file: 'batch.ts',
    find: 'this.#fields.forget();',
    replace: '',
    tests: ['import-field-counts.test.ts'],
  },
  {
    what: 'script stands in texts',
    file: 'plain-text.ts',
    find: "(name !== 'script' && name !== 'style') || endless.has(name)",
    replace: "name !== 'style' || endless.has(name)",
    tests: ['plain-text.test.ts', 'import-broken-input.test.ts'],
  },
  {
    what: 'February has 31 days',
    file: 'field-values.ts',
    find: 'if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;',
    replace: '',
    tests: valueTests,
  },
  {
    what: 'the last key of a dict wins without a word',
    file: 'repeated-key.ts',
    find: 'if (keys.has(key)) return key;',
    replace: '',
    tests: ['repeated-key.test.ts'],
  },
  {
    what: 'the letters of an escape are counted wrong',
    file: 'python-literal.ts',
    find: '{ x: 2, u: 4, U: 8 }',
    replace: '{ x: 2, u: 4, U: 4 }',
    tests: ['python-literal.test.ts'],
  },
  {
    what: 'the rejects of a file are thrown away when it goes on',
    file: 'rejects-file.ts',
    find: 'lineOf(line) <= keepUpToLine',
    replace: 'lineOf(line) > keepUpToLine',
    tests: recoveryTests,
  },
  {
    what: 'an older review takes the place of a newer one',
    file: 'merge-reviews.ts',
    find: 'where excluded."timestamp" >= r."timestamp" and',
    replace: 'where',
    tests: recoveryTests,
  },
  {
    what: 'a product that was taken off the shelf is back after an import',
    file: 'merge-products.ts',
    find: 'coalesce(p.is_listed or (p.title = p.parent_asin and s.title is not null), true)',
    replace: 'true',
    tests: recoveryTests,
  },
]);
