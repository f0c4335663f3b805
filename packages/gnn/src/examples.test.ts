import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as door from './index.ts';

interface Example {
  readonly place: string;
  readonly code: string;
}

/** The code below each `@example` of a docstring, and the code of the README. */
const examples: Example[] = [
  ...globSync('**/*.ts', { cwd: import.meta.dirname })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [
        ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(
          /@example\n((?:\s*\*(?!\/).*\n)+)/g,
        ),
      ].map(({ 1: lines }) => ({ place: file, code: lines!.replaceAll(/^\s*\* ?/gm, '') })),
    ),
  ...[...readFileSync(join(import.meta.dirname, '../README.md'), 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(
    ({ 1: code }) => ({ place: 'README.md', code: code! }),
  ),
];

/** Replaces imports by reads of the door, which throw for a name that it does not export. */
async function run(code: string): Promise<void> {
  const script = stripTypeScriptTypes(code).replaceAll(
    /^import (\{.*?\}) from '(.+?)';$/gms,
    (_, names, source) => `const ${names} = await load('${source}');`,
  );
  const load = async (source: string) =>
    new Proxy(source === '@kindred/gnn' ? door : await import(source), {
      get(module, name) {
        if (name in module) return module[name];
        if (name === 'then') return undefined;
        throw new Error(`${source} has no ${String(name)}.`);
      },
    });
  const AsyncFunction = run.constructor as new (
    ...texts: string[]
  ) => (...values: unknown[]) => Promise<void>;
  await new AsyncFunction('load', 'console', script)(load, { log: () => {} });
}

test.each(examples.map(({ place, code }, index) => [`${place}, example ${index}`, code]))(
  'the documentation’s example runs: %s',
  (_, code) => run(code),
);

test('an example shows every value that the door exports', () => {
  const shown = examples.map(({ code }) => code).join();
  expect(Object.keys(door).filter((name) => !new RegExp(`\\b${name}\\b`).test(shown))).toEqual([]);
});

test('an example that imports a name which does not exist fails', async () => {
  await expect(run(`import { createTopKIndex } from '@kindred/gnn';`)).rejects.toThrow(
    'has no createTopKIndex',
  );
});
