import { join } from 'node:path';
import { missingForBrowser } from '../../e2e/browser.ts';
import { defineProof, type Figure } from '../proof.ts';
import { runTests } from '../run-tests.ts';

const root = join(import.meta.dirname, '../..');

export const proof = defineProof({
  summary:
    'Every shopper journey works in a browser with a pointer and by keyboard alone, at the width of a phone and of a desktop.',
  seed: 1,
  parameters: {
    hands: 'keyboard pointer',
    widths: '360 1440',
    files: 'cart checkout orders account wishlist shop-pages',
  },
  short: { hands: '', widths: '', files: '' },
  missing({ hands }) {
    if (hands === '') return 'Its short form is `npm run test:e2e`.';
    return missingForBrowser();
  },

  async run({ parameters, signal, report }) {
    const files = parameters.files.split(' ').map((name) => `${name}.test`);
    const figures: Record<string, Figure> = {};
    const violations: string[] = [];
    for (const hands of parameters.hands.split(' '))
      for (const width of parameters.widths.split(' ')) {
        const name = `${hands}_${width}`;
        const { passed, failed, messages, broken } = await runTests(root, files, {
          signal,
          options: ['--config', 'e2e/vitest.config.ts'],
          env: { JOURNEY_HANDS: hands, JOURNEY_WIDTH: width },
          longestMs: 60 * 60_000,
        });
        signal.throwIfAborted();
        figures[name] = passed;
        const wrong = [...failed.map((test, at) => `${test}: ${messages[at]}`), ...broken];
        if (passed === 0) wrong.push('no journey ran');
        violations.push(...wrong.map((failure) => `${name}: ${failure}`));
        report([`${name}: ${passed} journeys, ${wrong.length} failures`, ...wrong].join('\n'));
      }
    return { figures, violations };
  },
});
