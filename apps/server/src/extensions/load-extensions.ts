/** @file Loads the extensions in the configuration file. An error in an extension stops the start, with a sentence that names it. */
import { pathToFileURL } from 'node:url';
import { type Config, ConfigError } from '../config/config.ts';
import type { Extension } from '../extension.ts';
import type { AddedTables, Migration } from '../platform/postgres/migrate.ts';
import { checkSource, ownSources } from './check-source.ts';
import { findPackage } from './find-package.ts';
import { readConfigFile } from './read-config-file.ts';
import { readMigrationsOf } from './read-migrations-of.ts';

export interface LoadedExtension extends Omit<Extension, 'migrations'> {
  /** The name of its package. */
  readonly name: string;
  readonly migrations: readonly Migration[];
}

type Kind = 'function' | 'list' | 'address';
const fields: Readonly<Record<keyof Extension, Kind>> = {
  migrations: 'address',
  tables: 'list',
  createModules: 'function',
  createPaymentGateway: 'function',
  shippingMethods: 'list',
  sources: 'list',
};
const kinds: Readonly<Record<Kind, { said: string; is: (value: unknown) => boolean }>> = {
  function: { said: 'a function', is: (value) => typeof value === 'function' },
  list: { said: 'a list', is: Array.isArray },
  address: { said: 'a URL: new URL(‘./migrations/’, import.meta.url)', is: (value) => value instanceof URL },
};

export function tablesOf(extensions: readonly LoadedExtension[]): AddedTables {
  return {
    migrations: extensions.flatMap(({ migrations }) => migrations),
    names: extensions.flatMap(({ tables = [] }) => tables),
  };
}

/** @throws ConfigError */
export async function loadExtensions({ configFile, stripe }: Config): Promise<readonly LoadedExtension[]> {
  const loaded: LoadedExtension[] = [];
  for (const named of await readConfigFile(configFile)) loaded.push(await load(named, configFile.path));
  refuseClashes(loaded, { hasStripe: stripe !== undefined });
  return loaded;
}

async function load(named: string, configFile: string): Promise<LoadedExtension> {
  const { name, entry } = findPackage(named, configFile);
  let extension: unknown;
  try {
    ({ default: extension } = await import(pathToFileURL(entry).href));
  } catch (error) {
    throw new ConfigError(`The extension ${name} cannot be loaded: ${(error as Error).message}`, {
      cause: error,
    });
  }
  const { migrations, ...rest } = checked(name, extension);
  return { ...rest, name, migrations: migrations ? readMigrationsOf(name, migrations) : [] };
}

function checked(name: string, extension: unknown): Extension {
  if (typeof extension !== 'object' || extension === null)
    throw new ConfigError(
      `The extension ${name} has no default export: export default defineExtension({ ... }).`,
    );
  for (const [field, value] of Object.entries(extension)) {
    const kind = fields[field as keyof Extension];
    if (kind === undefined)
      throw new ConfigError(
        `The extension ${name} has a field “${field}”; it may have ${Object.keys(fields).join(', ')}.`,
      );
    if (value !== undefined && !kinds[kind].is(value))
      throw new ConfigError(`“${field}” of the extension ${name} has to be ${kinds[kind].said}.`);
  }
  const { sources = [] } = extension as Extension;
  for (const source of sources) checkSource(name, source);
  return extension;
}

function refuseClashes(extensions: readonly LoadedExtension[], { hasStripe }: { hasStripe: boolean }): void {
  const owners = new Map<string, string>(hasStripe ? [['a payment gateway', 'STRIPE_SECRET_KEY']] : []);
  for (const source of ownSources) owners.set(`a source ${source}`, 'the shop itself');
  for (const { name, migrations, tables, createPaymentGateway, shippingMethods, sources } of extensions) {
    const things = [
      `the name ${name}`,
      ...(createPaymentGateway ? ['a payment gateway'] : []),
      ...(tables ?? []).map((table) => `a table ${table}`),
      ...migrations.map(({ createdAt }) => `a migration of ${new Date(createdAt).toISOString()}`),
      ...(shippingMethods ?? []).map(({ shippingMethodId }) => `a shipping method ${shippingMethodId}`),
      ...(sources ?? []).map((source) => `a source ${source.name}`),
    ];
    for (const thing of things) {
      const owner = owners.get(thing);
      if (owner !== undefined)
        throw new ConfigError(`The extension ${name} brings ${thing}, and so does ${owner}: leave one out.`);
      owners.set(thing, name);
    }
  }
}
