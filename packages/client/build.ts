/** @file Builds the package: JavaScript and declarations in `dist`, including the written-out types of the contracts. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as contracts from '@kindred/contracts';
import { declareTypes } from './declare-types.ts';

const root = import.meta.dirname;
const dist = join(root, 'dist');
/** The contracts as plain types, with which the package is compiled. */
const generated = join(root, 'build');

rmSync(dist, { recursive: true, force: true });
mkdirSync(generated, { recursive: true });
writeFileSync(join(generated, 'contracts.d.ts'), declareTypes(contracts));

const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
const { status } = spawnSync(
  process.execPath,
  [join(typescript, 'bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
  { stdio: 'inherit' },
);
if (status !== 0) process.exit(1);

copyFileSync(join(root, '../../LICENSE'), join(dist, 'LICENSE'));
copyFileSync(join(generated, 'contracts.d.ts'), join(dist, 'contracts.d.ts'));
// TypeScript rewrites file names only in JavaScript.
for (const file of globSync('**/*.d.ts', { cwd: dist })) {
  const path = join(dist, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(/(from '\.[^']+)\.ts'/g, "$1.js'"));
}
