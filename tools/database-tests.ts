/** @file Finds the server's test files that reach a database, which also run on another PostgreSQL. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, resolveImport } from './check-imports.ts';

const root = join(import.meta.dirname, '..');

const server = 'apps/server/src';
const doors = ['test-database.ts', 'test-server.ts'].map((name) => `${server}/testing/postgres/${name}`);

/** What these folders test, OpenSearch and the edge of the API, is the same on any PostgreSQL. They would take a quarter of the second run. */
const sameOnAny = /^apps\/server\/src\/(adapters\/opensearch|security\/)/;

/** Whether `file` imports one of `targets`, directly or through other files. */
export function reaches(
  file: string,
  targets: readonly string[],
  importsOfFile: (file: string) => readonly string[],
): boolean {
  const seen = new Set([file]);
  for (const current of seen) {
    if (targets.includes(current)) return true;
    for (const next of importsOfFile(current)) seen.add(next);
  }
  return false;
}

export function findDatabaseTests(): string[] {
  const known = new Map<string, readonly string[]>();
  const importsOfFile = (file: string): readonly string[] => {
    const found = known.get(file);
    if (found) return found;
    const specifiers = file.startsWith(server) ? importsOf(file, readFileSync(join(root, file), 'utf8')) : [];
    const files = specifiers.flatMap((specifier) => resolveImport(file, specifier) ?? []);
    known.set(file, files);
    return files;
  };
  return globSync(`${server}/**/*.test.ts`, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !sameOnAny.test(file) && reaches(file, doors, importsOfFile))
    .sort();
}
