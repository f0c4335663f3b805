import { expect, test } from 'vitest';
import { lockProblems } from './check-lock.ts';

const integrity = 'sha512-of-it';
const asks = (version: string) => ({ integrity, optionalDependencies: { '@a/tool-darwin-arm64': version } });

test('finds what a package asks for and the file does not have', () => {
  expect(lockProblems({ '': {}, 'node_modules/a': asks('1.2.3') })).toEqual([
    '@a/tool-darwin-arm64 1.2.3, which node_modules/a asks for, is missing',
  ]);
});

test('finds a second version that is missing below the package that asks for it', () => {
  const packages = {
    'node_modules/a': asks('1.2.3'),
    'node_modules/b/node_modules/a': asks('2.0.0'),
    'node_modules/@a/tool-darwin-arm64': { version: '1.2.3', integrity },
  };
  expect(lockProblems(packages)).toEqual([
    '@a/tool-darwin-arm64 2.0.0, which node_modules/b/node_modules/a asks for, is missing',
  ]);
});

test('a package needs a checksum; a workspace, and what comes inside another package, need none', () => {
  const packages = {
    'packages/b': { version: '0.1.0' },
    'node_modules/@kindred/b': { resolved: 'packages/b', link: true },
    'node_modules/a/node_modules/c': { version: '1.0.0', inBundle: true },
    'node_modules/a': { version: '1.2.3' },
  };
  expect(lockProblems(packages)).toEqual(['node_modules/a has no checksum']);
});

test('a package for one C library says so, or both would be installed', () => {
  const packages = {
    'node_modules/@a/cli-linux-x64-musl': { integrity },
    'node_modules/@a/binding-linux-x64-gnu': { integrity, libc: ['glibc'] },
    'node_modules/@a/binding-linux-arm-gnueabihf': { integrity },
  };
  expect(lockProblems(packages)).toEqual([
    'node_modules/@a/cli-linux-x64-musl does not say that it is for musl',
  ]);
});

test('finds what would come from one registry alone', () => {
  expect(
    lockProblems({ 'node_modules/a': { integrity, resolved: 'https://registry.example/a.tgz' } }),
  ).toEqual(['node_modules/a comes from one address alone']);
});

test('leaves a whole file alone, and ranges too', () => {
  const tool = { version: '1.2.3', integrity };
  expect(
    lockProblems({ 'node_modules/a': asks('1.2.3'), 'node_modules/@a/tool-darwin-arm64': tool }),
  ).toEqual([]);
  expect(lockProblems({ 'node_modules/a': asks('^1.2.3') })).toEqual([]);
});
