import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { targets } from './build.ts';
import { digestOf } from './digest-of.ts';

/** Makes a checkout without packages: only the build script and these files. */
function makeTree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'kindred-build-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const name of ['build.ts', 'digest-of.ts', 'own-packages.ts'])
    cpSync(join(import.meta.dirname, name), join(root, 'tools', name));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const sources = { 'package.json': '{ "type": "module" }', 'apps/storefront/app/root.tsx': 'a page' };
function build(root: string) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'tools/build.ts'), '--if-stale', '--only', 'storefront'],
    { encoding: 'utf8' },
  );
  return { status, stderr };
}

test('reports a missing build when the packages that build are not installed', () => {
  const { status, stderr } = build(makeTree(sources));
  expect(status).toBe(1);
  expect(stderr).toMatch(/^The storefront is not built, and the packages that build it are not installed/);
});

test('reports a build from other sources when the packages that build are not installed', () => {
  const built = 'apps/storefront/build';
  const root = makeTree({ ...sources, [`${built}/server/index.js`]: '', [`${built}/made-from`]: 'others' });
  const { status, stderr } = build(root);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^The storefront was built from other sources than these, and the packages that build it are not/,
  );
});

test('accepts a build from these sources, whatever the times of its files', () => {
  const root = makeTree(sources);
  const built = join(root, 'apps/storefront/build');
  mkdirSync(join(built, 'server'), { recursive: true });
  writeFileSync(join(built, 'server/index.js'), '');
  writeFileSync(
    join(built, 'made-from'),
    digestOf(targets.find(({ name }) => name === 'storefront')!.inputs, root),
  );
  utimesSync(join(built, 'server/index.js'), 0, 0);
  expect(build(root)).toEqual({ status: 0, stderr: '' });
});

test('digests names and contents of files, without tests', () => {
  const of = (files: Record<string, string>) => digestOf(['src/**/*'], makeTree(files));
  const one = of({ 'src/a.ts': 'a', 'src/b/c.ts': 'c' });
  expect(of({ 'src/a.ts': 'a', 'src/b/c.ts': 'c', 'src/a.test.ts': 'x' })).toBe(one);
  for (const other of [
    { 'src/a.ts': 'b', 'src/b/c.ts': 'c' },
    { 'src/a.ts': 'a', 'src/c.ts': 'c' },
    { 'src/a.ts': 'a' },
  ])
    expect(of(other as Record<string, string>)).not.toBe(one);
});
