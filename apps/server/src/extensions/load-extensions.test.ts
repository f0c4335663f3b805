import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createConfig } from '../config/config.ts';
import { loadExtensions } from './load-extensions.ts';

const folder = mkdtempSync(join(tmpdir(), 'kindred-extensions-'));
afterAll(() => rmSync(folder, { recursive: true }));
const configFile = join(folder, 'kindred.config.json');
let packages = 0;

/** Creates a package in a folder beside the configuration file, and returns its name in that file. */
function pack(code: string, files: Readonly<Record<string, string>> = {}, name = `package-${packages + 1}`) {
  const home = `extension-${++packages}`;
  mkdirSync(join(folder, home, 'migrations'), { recursive: true });
  const packageJson = JSON.stringify({ name, type: 'module', exports: './index.js' });
  for (const [file, text] of Object.entries({ 'package.json': packageJson, 'index.js': code, ...files }))
    writeFileSync(join(folder, home, file), text);
  return `./${home}`;
}

const load = (content: unknown, env = {}) => {
  writeFileSync(configFile, typeof content === 'string' ? content : JSON.stringify(content));
  return loadExtensions(createConfig({ KINDRED_CONFIG: configFile, ...env }));
};

test('a shop without a configuration file has no extensions', async () => {
  const config = createConfig({});
  expect(config.configFile.isNamed).toBe(false);
  expect(await loadExtensions(config)).toEqual([]);
});

test('loads extensions in the order of the file, packages by their names', async () => {
  const [first, second] = [pack('export default {}'), pack('export default { tables: ["a"] }')];
  const loaded = await load({ extensions: [second, first] });
  expect(loaded.map(({ tables }) => tables)).toEqual([['a'], undefined]);
  mkdirSync(join(folder, 'node_modules/till'), { recursive: true });
  const manifest = { name: 'till', type: 'module', exports: { '.': { import: './main.js' } } };
  writeFileSync(join(folder, 'node_modules/till/package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'node_modules/till/main.js'), 'export default {}');
  expect(await load({ extensions: ['till'] })).toMatchObject([{ name: 'till' }]);
});

test('a configuration file that is named must exist', async () => {
  const config = createConfig({ KINDRED_CONFIG: join(folder, 'none.json') });
  await expect(loadExtensions(config)).rejects.toThrow(
    `The configuration file ${join(folder, 'none.json')} cannot be read: it does not exist (ENOENT).`,
  );
});

test.each([
  ['is not JSON', '{ extensions: [] }'],
  ['has to hold an object', '[]'],
  ['has a field “extension”; it may have extensions', { extension: [] }],
  ['has to name packages or paths in “extensions”', { extensions: 'till' }],
  ['names till twice', { extensions: ['till', 'till'] }],
])('a configuration file that %s stops the start', async (what, content) => {
  const told = `The configuration file ${configFile} ${what}`;
  await expect(load(content)).rejects.toMatchObject({
    name: 'ConfigError',
    message: expect.stringContaining(told),
  });
});

const migration = (file: string, text = 'select 1') => ({ [`migrations/${file}`]: text });
const withMigrations = "export default { migrations: new URL('./migrations/', import.meta.url) }";

test.each([
  ['is not installed: npm install no-such-till', () => 'no-such-till'],
  [`is missing: ${join(folder, 'nowhere')} does not exist`, () => './nowhere'],
  ['is not a package: ', () => pack('', { 'package.json': '{ name }' })],
  ['is not complete: ', () => pack('', { 'package.json': '{ "main": "gone.js" }' })],
  ['cannot be loaded: no till today', () => pack("throw new Error('no till today')")],
  ['has no default export', () => pack('export const till = 1')],
  ['has a field “modules”; it may have ', () => pack('export default { modules: [] }')],
  ['has to be a function', () => pack('export default { createModules: [] }')],
  ['has to be a URL', () => pack("export default { migrations: './migrations' }")],
  ['has no folder of migrations', () => pack(withMigrations.replace('migrations/', 'none/'))],
  ['must have its time in its name', () => pack(withMigrations, migration('0001-till.sql'))],
])('an extension that %s stops the start, with its name', async (what, make) => {
  const named = make();
  const told = load({ extensions: [named] });
  await expect(told).rejects.toMatchObject({ name: 'ConfigError', message: expect.stringContaining(what) });
  await expect(told).rejects.toThrow(
    named.startsWith('./extension') ? /package-\d+|\.\/extension-\d+/ : named,
  );
});

const gateway = 'export default { createPaymentGateway() {} }';
const source = (fields: object = {}) => `export default { sources: [{
  ...${JSON.stringify({ name: 'picks', slots: ['home'], place: 'below', reason: { code: 'pick', text: 'Picked' }, ...fields })},
  candidates: async () => [],
}] }`;
const method = "export default { shippingMethods: [{ shippingMethodId: 'bike' }] }";

test.each([
  ['a payment gateway', () => [pack(gateway, {}, 'till'), pack(gateway, {}, 'counter')], 'till'],
  [
    'a table picks',
    () => [
      pack("export default { tables: ['picks'] }", {}, 'till'),
      pack("export default { tables: ['picks'] }"),
    ],
    'till',
  ],
  ['a shipping method bike', () => [pack(method, {}, 'till'), pack(method)], 'till'],
  ['a source picks', () => [pack(source(), {}, 'till'), pack(source())], 'till'],
  ['a source popular', () => [pack(source({ name: 'popular' }))], 'the shop itself'],
  [
    'a migration of 2026-11-29T09:30:00.000Z',
    () => [
      pack(withMigrations, migration('20261129093000-a.sql'), 'till'),
      pack(withMigrations, migration('20261129093000-b.sql')),
    ],
    'till',
  ],
  [
    'the name till',
    () => [pack('export default {}', {}, 'till'), pack('export default {}', {}, 'till')],
    'till',
  ],
])('two extensions that bring %s stop the start', async (thing, make, owner) => {
  await expect(load({ extensions: make() })).rejects.toThrow(
    `brings ${thing}, and so does ${owner}: leave one out.`,
  );
});

test.each([
  ['name', { name: 'Our Picks' }],
  ['slots', { slots: ['checkout'] }],
  ['place', { place: 'first' }],
  ['reason.code', { reason: { code: '', text: 'Picked' } }],
  ['reason.text', { reason: { code: 'pick' } }],
])('a source whose %s is wrong stops the start', async (field, fields) => {
  await expect(load({ extensions: [pack(source(fields), {}, 'till')] })).rejects.toThrow(
    `“${field}” of the source ${'name' in fields ? fields.name : 'picks'} of the extension till has to be`,
  );
});

test('a shop with Stripe can have no other gateway', async () => {
  const env = { STRIPE_SECRET_KEY: 'sk', STRIPE_PUBLISHABLE_KEY: 'pk', STRIPE_WEBHOOK_SECRET: 'wh' };
  await expect(load({ extensions: [pack(gateway, {}, 'till')] }, env)).rejects.toThrow(
    'The extension till brings a payment gateway, and so does STRIPE_SECRET_KEY: leave one out.',
  );
});
