import { existsSync, readFileSync, statSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError } from '../config/config.ts';

export interface FoundPackage {
  readonly name: string;
  /** The file that is loaded. */
  readonly entry: string;
}

interface PackageJson {
  readonly name?: string;
  readonly exports?: unknown;
  readonly main?: string;
}

/** Finds a package, or a path relative to the configuration file. @throws ConfigError */
export function findPackage(named: string, configFile: string): FoundPackage {
  const isPath = /^[./]/.test(named);
  const path = isPath ? resolve(dirname(configFile), named) : undefined;
  if (path !== undefined && !existsSync(path))
    throw new ConfigError(`The extension ${named} is missing: ${path} does not exist.`);
  if (path !== undefined && statSync(path).isFile()) return { name: named, entry: path };
  const packageJson = path === undefined ? installed(named, configFile) : join(path, 'package.json');
  if (!existsSync(packageJson))
    throw new ConfigError(`The extension ${named} is not a package: ${packageJson} does not exist.`);
  const { name = named, ...content } = readPackageJson(named, packageJson);
  const entry = join(dirname(packageJson), entryOf(content));
  if (!existsSync(entry))
    throw new ConfigError(`The extension ${named} is not complete: ${entry} does not exist.`);
  return { name, entry };
}

function readPackageJson(named: string, path: string): PackageJson {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as PackageJson;
  } catch (error) {
    throw new ConfigError(
      `The extension ${named} is not a package: ${path} is not JSON: ${(error as Error).message}.`,
    );
  }
}

function installed(named: string, configFile: string): string {
  try {
    return findPackageJSON(named, pathToFileURL(configFile)) ?? '';
  } catch {
    throw new ConfigError(`The extension ${named} is not installed: npm install ${named}.`);
  }
}

function entryOf({ exports, main = 'index.js' }: PackageJson): string {
  const root = isObject(exports) && '.' in exports ? exports['.'] : exports;
  const entry = isObject(root) ? (root.import ?? root.default) : root;
  return typeof entry === 'string' ? entry : main;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
