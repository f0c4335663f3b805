import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestShop } from '../../apps/server/src/testing/running-shop.ts';
import { defineProof, type Figure } from '../proof.ts';
import { pythonTools } from '../python-tools.ts';
import { folderOf, mustRun } from '../run-tool.ts';

const typescript = folderOf('e2e/clients/typescript');
const python = folderOf('e2e/clients/python');

interface Journey {
  readonly total: { readonly amount_minor: number; readonly currency: string };
  readonly refunds: readonly { readonly amount: object; readonly status: string }[];
  readonly shipments: number;
  readonly history: readonly string[];
  readonly states: readonly string[];
}

/** Returns what did not happen as it should. */
function faultsOf({ total, refunds, shipments, history, states }: Journey): string[] {
  const wanted: [what: string, found: unknown, right: unknown][] = [
    ['refunds', refunds, [{ amount: total, status: 'succeeded' }]],
    ['shipments', shipments, 1],
    ['events', history.slice(0, 3), ['placed', 'paid', 'shipped']],
    ['states', states.slice(0, 2), ['paid: paid, unfulfilled', 'shipped: paid, shipped']],
    ['the refund’s state', states.at(-1)?.startsWith('refunded: refunded, '), true],
  ];
  return wanted.flatMap(([what, found, right]) =>
    JSON.stringify(found) === JSON.stringify(right)
      ? []
      : [`${what}: ${JSON.stringify(found)} and not ${JSON.stringify(right)}`],
  );
}

export const proof = defineProof({
  summary:
    'Clients that third-party generators make from the OpenAPI document compile, log in twice, buy, follow the order and have it refunded.',
  seed: 1,
  parameters: { languages: 'typescript python' },
  short: { languages: 'typescript' },
  needsDatabase: true,
  missing({ languages }) {
    if (languages !== 'typescript' || existsSync(join(typescript, 'node_modules'))) return undefined;
    return 'It needs the generator: npm ci --prefix e2e/clients/typescript';
  },

  async run({ parameters, signal, report }) {
    const shop = await startTestShop();
    const { shopper, admin } = shop.accounts;
    const env = { SHOP_URL: shop.url, SHOPPER: JSON.stringify(shopper), ADMIN: JSON.stringify(admin) };
    const document = await (await fetch(`${shop.url}/api/v1/openapi.json`)).text();

    const journeys: Record<string, () => Promise<string>> = {
      async typescript() {
        const options = { cwd: typescript, signal };
        if (!existsSync(join(typescript, 'node_modules'))) await mustRun(['npm', 'ci'], options);
        write(typescript, document);
        await mustRun(['npm', 'run', '--silent', 'generate'], options);
        await mustRun(['npm', 'run', '--silent', 'compile'], options);
        return mustRun([process.execPath, 'build/shopper.js'], { ...options, env });
      },
      async python() {
        const options = { cwd: python, signal };
        const program = await pythonTools(signal);
        write(python, document);
        const said = await mustRun(
          [
            program('openapi-python-client'),
            'generate',
            ...['--path', 'build/openapi.json', '--output-path', 'build/client', '--overwrite'],
            ...['--config', 'client.yaml'],
          ],
          options,
        );
        if (said.includes('WARNING')) throw new Error(said);
        await mustRun([program('python'), '-m', 'compileall', '-q', 'build/client'], options);
        return mustRun([program('python'), 'shopper.py'], {
          ...options,
          env: { ...env, PYTHONPATH: join(python, 'build/client') },
        });
      },
    };

    const figures: Record<string, Figure> = {};
    const violations: string[] = [];
    try {
      for (const language of parameters.languages.split(' ')) {
        const lines = (await journeys[language]!()).trim().split('\n');
        const journey = JSON.parse(lines.at(-1)!) as Journey;
        const faults = faultsOf(journey);
        violations.push(...faults.map((fault) => `${language}: ${fault}`));
        figures[language] = { events: journey.history.length, states: journey.states };
        report(`${language}: ${journey.states.join('; ')}`);
      }
    } finally {
      await shop.close();
    }
    return { figures, violations };
  },
});

function write(folder: string, document: string): void {
  mkdirSync(join(folder, 'build'), { recursive: true });
  writeFileSync(join(folder, 'build/openapi.json'), document);
}
