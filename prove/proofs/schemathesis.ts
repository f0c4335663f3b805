import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningShop, startTestShop } from '../../apps/server/src/testing/running-shop.ts';
import { tokenOf } from '../../apps/server/src/testing/shopper.ts';
import { defineProof } from '../proof.ts';
import { pythonTools } from '../python-tools.ts';
import { folderOf, runTool } from '../run-tool.ts';

const folder = folderOf('e2e/clients/python');
const lasting = { lifetimeSeconds: 6 * 60 * 60 };
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
];

/** Returns an empty text for a caller without an account. */
async function tokenFor(asker: string, { shopperId }: RunningShop): Promise<string> {
  if (asker === 'nobody') return '';
  return tokenOf({ ...(asker === 'admin' ? { isAdmin: true } : { userId: shopperId }), ...lasting });
}

export const proof = defineProof({
  summary:
    'Requests that Schemathesis generates from the OpenAPI document cause no 5xx, and no answer that the document does not describe.',
  seed: 1,
  parameters: { examples: 20, askers: 'nobody shopper admin' },
  short: { examples: 0, askers: '' },
  needsDatabase: true,
  missing: ({ examples }) =>
    examples === 0 ? 'It has no short form: it installs Python programs.' : undefined,

  async run({ seed, parameters, signal, report }) {
    const program = await pythonTools(signal);
    const work = join(folder, 'build');
    mkdirSync(work, { recursive: true });
    const figures: Record<string, number> = {};
    const violations: string[] = [];
    for (const asker of parameters.askers.split(' ')) {
      const shop = await startTestShop({ TRUSTED_PROXIES: '127.0.0.1' });
      try {
        const token = await tokenFor(asker, shop);
        const { code, output } = await runTool(
          [
            program('schemathesis'),
            ...['run', `${shop.url}/api/v1/openapi.json`],
            ...['--checks', checks.join(',')],
            ...['--phases', 'examples,coverage,fuzzing', '--max-examples', String(parameters.examples)],
            ...['--seed', String(seed), '--continue-on-failure', '--no-color'],
            // A stream of events does not end.
            ...['--exclude-path-regex', '/events$', '--exclude-path', '/api/v1/payments/webhooks/test'],
          ],
          { cwd: work, signal, env: { SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: folder, TOKEN: token } },
        );
        const [, cases = '0'] = /(\d+) generated/.exec(output) ?? [];
        figures[`${asker}_cases`] = Number(cases);
        report(`${asker}: ${cases} cases, ended with ${code}`);
        if (code !== 0) violations.push(`${asker}: ${output.slice(-12_000)}`);
      } finally {
        await shop.close();
      }
    }
    return { figures, violations };
  },
});
