import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complete, findAddresses, findIncomplete } from './complete-lock.ts';

const integrity = 'sha512-of-it';
const asks = (version: string) => ({ integrity, optionalDependencies: { '@a/tool-darwin-arm64': version } });

test('finds what a package asks for and the file does not have', () => {
  expect([...findIncomplete({ '': {}, 'node_modules/a': { ...asks('1.2.3'), dev: true } })]).toEqual([
    ['node_modules/@a/tool-darwin-arm64', { version: '1.2.3', optional: true, dev: true }],
  ]);
});

test('a second version goes below the package that asks for it', () => {
  const packages = {
    'node_modules/a': asks('1.2.3'),
    'node_modules/b/node_modules/a': asks('2.0.0'),
    'node_modules/@a/tool-darwin-arm64': { version: '1.2.3', integrity },
  };
  expect([...findIncomplete(packages)]).toEqual([
    ['node_modules/b/node_modules/@a/tool-darwin-arm64', { version: '2.0.0', optional: true }],
  ]);
});

test('an entry without a checksum is incomplete; a workspace needs none', () => {
  const packages = {
    'packages/b': { version: '0.1.0' },
    'node_modules/@kindred/b': { resolved: 'packages/b', link: true },
    'node_modules/a': { version: '1.2.3' },
  };
  expect([...findIncomplete(packages).keys()]).toEqual(['node_modules/a']);
});

test('leaves a whole file alone, and ranges too', () => {
  const packages = {
    'node_modules/a': asks('1.2.3'),
    'node_modules/@a/tool-darwin-arm64': { version: '1.2.3', integrity },
  };
  expect(findIncomplete(packages).size).toBe(0);
  expect(findIncomplete({ 'node_modules/a': asks('^1.2.3') }).size).toBe(0);
});

test('completes an entry with what the registry says of it', () => {
  const entry = { version: '1.2.3', dev: true, optional: true };
  const published = { dist: { integrity }, os: ['linux'], cpu: ['x64'], libc: ['musl'], name: 'a' };
  expect(complete('node_modules/a-musl', entry, published)).toEqual({
    ...entry,
    integrity,
    cpu: ['x64'],
    libc: ['musl'],
    os: ['linux'],
  });
  expect(complete('node_modules/a-wasm32-wasi', entry, { dist: { integrity } })).toEqual({
    ...entry,
    integrity,
    cpu: ['wasm32'],
  });
});

test('finds what would come from one registry alone', () => {
  expect(
    findAddresses({
      'node_modules/a': { resolved: 'https://registry.example/a.tgz' },
      'node_modules/b': { resolved: 'packages/b' },
    }),
  ).toEqual(['node_modules/a']);
});

test('the lock file of this repository is complete, and has an address of no registry', () => {
  const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'));
  expect([...findIncomplete(packages).keys()]).toEqual([]);
  expect(findAddresses(packages)).toEqual([]);
});
