/**
 * @file Names in package-lock.json every optional package of every platform, each with its checksum. npm leaves out those that a
 * registry did not have at the time, and `npm ci` then refuses the file everywhere else. `--check` only looks.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  version?: string;
  resolved?: string;
  integrity?: string;
  cpu?: string[];
  dev?: boolean;
  libc?: string[];
  license?: string;
  link?: boolean;
  optional?: boolean;
  os?: string[];
  engines?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

type Packages = Readonly<Record<string, Entry>>;

/** What the registry says of a package, of that what a lock file keeps. */
export type Published = Pick<Entry, 'cpu' | 'engines' | 'libc' | 'license' | 'os'> & {
  readonly dist: { readonly integrity: string };
};

const modules = 'node_modules/';
const nameOf = (place: string) => place.slice(place.lastIndexOf(modules) + modules.length);

/** Where Node would find a package that is asked for from a path: beside it, or in a folder above. */
function* placesFrom(path: string, name: string): Generator<string> {
  for (let folder = path; folder !== ''; folder = folder.slice(0, Math.max(folder.lastIndexOf('/'), 0)))
    if (!folder.endsWith('node_modules')) yield `${folder}/${modules}${name}`;
  yield `${modules}${name}`;
}

/** The entries that a lock file's packages ask for and the file does not have. */
function findMissing(packages: Packages): Map<string, Entry> {
  const missing = new Map<string, Entry>();
  const at = (place: string) => packages[place] ?? missing.get(place);
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages))
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const places = [...placesFrom(path, name)];
      const found = places.map(at).find((entry) => entry !== undefined);
      // Versions of platform packages are exact; a range would need the registry.
      if (found?.version === version || !/^\d+\.\d+\.\d+/.test(version)) continue;
      const place = places.findLast((one) => at(one) === undefined);
      if (place !== undefined) missing.set(place, { version, optional: true, ...(dev && { dev }) });
    }
  return missing;
}

/** Entries that are not there, or that anything could be installed for, by their place. */
export function findIncomplete(packages: Packages): Map<string, Entry> {
  const all = Object.entries(packages);
  const unsealed = all.filter(
    ([place, { integrity, link }]) => place.includes(modules) && !link && integrity === undefined,
  );
  return new Map([...findMissing(packages), ...unsealed]);
}

/** Places whose package would come from one registry alone. */
export function findAddresses(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([place, { resolved }]) =>
    resolved !== undefined && /^\w+:/.test(resolved) ? [place] : [],
  );
}

/** The entry with what the registry knows, in the order in which npm writes it. */
export function complete(place: string, entry: Entry, published: Published): Entry {
  const { cpu, libc, license, os, engines, dist } = published;
  const { version, dev, optional } = entry;
  const written = {
    version,
    integrity: dist.integrity,
    // Of WebAssembly the registry does not say that it is for no processor.
    cpu: cpu ?? (place.includes('wasm32') ? ['wasm32'] : undefined),
    dev,
    libc,
    license,
    optional,
    os,
    engines,
  };
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
}

function ask(name: string, version: string): Published {
  return JSON.parse(execFileSync('npm', ['view', `${name}@${version}`, '--json'], { encoding: 'utf8' }));
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '../package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Entry> };
  const incomplete = findIncomplete(lock.packages);
  if (process.argv.includes('--check')) {
    const addresses = findAddresses(lock.packages);
    for (const place of incomplete.keys())
      console.error(`package-lock.json lacks ${place}, or its checksum: run npm run complete-lock`);
    for (const place of addresses)
      console.error(
        `package-lock.json names an address for ${place}: run npm install with the .npmrc of this folder`,
      );
    process.exitCode = incomplete.size + addresses.length === 0 ? 0 : 1;
  } else {
    for (const [place, entry] of incomplete)
      lock.packages[place] = complete(place, entry, ask(nameOf(place), entry.version!));
    lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
    console.error(`${incomplete.size} packages completed.`);
  }
}
