import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../config/config.ts';
import type { Migration } from '../platform/postgres/migrate.ts';

const form = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)-[a-z0-9-]+\.sql$/;

/** Reads the migrations of an extension, in the order of their times. @throws ConfigError */
export function readMigrationsOf(name: string, folder: URL): Migration[] {
  const path = fileURLToPath(folder);
  let files: string[];
  try {
    files = readdirSync(path).sort();
  } catch {
    throw new ConfigError(`The extension ${name} has no folder of migrations at ${path}.`);
  }
  return files.map((file) => {
    const [, year, month, day, hours, minutes, seconds] = form.exec(file) ?? [];
    const createdAt = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
    if (Number.isNaN(createdAt))
      throw new ConfigError(
        `The migration ${file} of the extension ${name} must have its time in its name: 20261129093000-what-changed.sql.`,
      );
    const text = readFileSync(join(path, file), 'utf8').replaceAll('\r\n', '\n');
    return {
      tag: `${name}/${file.slice(0, -'.sql'.length)}`,
      statements: [text],
      hash: createHash('sha256').update(text).digest('hex'),
      createdAt,
      addedBy: name,
    };
  });
}
