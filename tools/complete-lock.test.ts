import { expect, test } from 'vitest';
import { findMissing } from './complete-lock.ts';

const asks = (version: string) => ({ optionalDependencies: { '@a/tool-darwin-arm64': version } });
const entry = (version: string) => ({ version, optional: true, os: ['darwin'], cpu: ['arm64'] });

test('adds what a package asks for, for its platform alone', () => {
  expect([...findMissing({ '': {}, 'node_modules/a': asks('1.2.3') })]).toEqual([
    ['node_modules/@a/tool-darwin-arm64', entry('1.2.3')],
  ]);
});

test('puts a second version below the package that asks for it', () => {
  const packages = {
    'node_modules/a': asks('1.2.3'),
    'node_modules/b/node_modules/a': asks('2.0.0'),
    'node_modules/@a/tool-darwin-arm64': { version: '1.2.3' },
  };
  expect([...findMissing(packages)]).toEqual([
    ['node_modules/b/node_modules/@a/tool-darwin-arm64', entry('2.0.0')],
  ]);
});

test('leaves a whole file alone, and ranges too', () => {
  const packages = {
    'node_modules/a': asks('1.2.3'),
    'node_modules/@a/tool-darwin-arm64': { version: '1.2.3' },
  };
  expect(findMissing(packages).size).toBe(0);
  expect(findMissing({ 'node_modules/a': asks('^1.2.3') }).size).toBe(0);
});
