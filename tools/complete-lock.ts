/**
 * @file Names in package-lock.json every optional package of every platform. A registry mirror that lacks some of
 * them makes `npm install` leave them out, and `npm ci` then refuses the file everywhere. `--check` only looks.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'aix',
];
const processors = [
  'arm64',
  'x64',
  'ia32',
  'arm',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
];

/** What platform packages carry in their names: `@biomejs/cli-darwin-arm64`. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu'> {
  const words = name.split(/[/-]/);
  const os = words.find((word) => systems.includes(word));
  const cpu =
    words.find((word) => processors.includes(word)) ??
    (words.some((word) => word.startsWith('arm')) ? 'arm' : undefined);
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }) };
}

/** Where Node would find a package that is asked for from a path: beside it, or in a folder above. */
function* placesFrom(path: string, name: string): Generator<string> {
  for (let folder = path; folder !== ''; folder = folder.slice(0, Math.max(folder.lastIndexOf('/'), 0)))
    if (!folder.endsWith('node_modules')) yield `${folder}/node_modules/${name}`;
  yield `node_modules/${name}`;
}

/** The entries that a lock file's packages ask for and the file does not have. */
export function findMissing(packages: Readonly<Record<string, Entry>>): Map<string, Entry> {
  const missing = new Map<string, Entry>();
  const at = (place: string) => packages[place] ?? missing.get(place);
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages))
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const places = [...placesFrom(path, name)];
      const found = places.map(at).find((entry) => entry !== undefined);
      // Versions of platform packages are exact; a range would need the registry.
      if (found?.version === version || !/^\d+\.\d+\.\d+/.test(version)) continue;
      const place = places.findLast((one) => at(one) === undefined);
      if (place !== undefined) missing.set(place, { version, optional: true, ...platformOf(name) });
    }
  return missing;
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '../package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Entry> };
  const missing = findMissing(lock.packages);
  if (process.argv.includes('--check')) {
    for (const name of missing.keys())
      console.error(`package-lock.json lacks ${name}: run node tools/complete-lock.ts`);
    process.exitCode = missing.size === 0 ? 0 : 1;
  } else {
    const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
    lock.packages = Object.fromEntries(packages.sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
    console.error(`${missing.size} packages of other platforms added.`);
  }
}
