/**
 * @file Checks that every package-lock.json has what a safe install needs on each platform: a checksum and no download address for every
 * package, the C library of each package of native code, and the optional packages of all platforms. npm may omit some of them when it
 * writes the file beside an older node_modules; `npm ci` then refuses the file on other platforms.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldersWithPackages } from './own-packages.ts';

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly libc?: readonly string[];
  readonly link?: boolean;
  /** It is part of another package's archive, and covered by that checksum. */
  readonly inBundle?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export type Packages = Readonly<Record<string, Entry>>;

const modules = 'node_modules/';

/** The places where Node looks for a package that a path imports: beside it and in the folders above. */
function* placesFrom(path: string, name: string): Generator<string> {
  for (let folder = path; folder !== ''; folder = folder.slice(0, Math.max(folder.lastIndexOf('/'), 0)))
    if (!folder.endsWith('node_modules')) yield `${folder}/${modules}${name}`;
  yield `${modules}${name}`;
}

function findMissing(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      // Versions of platform packages are exact; a range would need the registry.
      .filter(([name, version]) => {
        const found = [...placesFrom(path, name)].find((place) => packages[place] !== undefined);
        return /^\d+\.\d+\.\d+/.test(version) && packages[found ?? '']?.version !== version;
      })
      .map(([name, version]) => `${name} ${version}, which ${path} asks for, is missing`),
  );
}

/** Returns the C library that the name of a package of native code ends with. Packages for 32-bit ARM (`gnueabihf`) declare none. */
function libraryOf(place: string): string | undefined {
  if (/-linux-[^/]+-gnu$/.test(place)) return 'glibc';
  return /-linux-[^/]+-musl$|-linuxmusl-[^/]+$/.test(place) ? 'musl' : undefined;
}

/** Returns a sentence for each problem. */
export function lockProblems(packages: Packages): string[] {
  const installed = Object.entries(packages).filter(([place, { link }]) => place.includes(modules) && !link);
  return [
    ...findMissing(packages),
    ...installed.flatMap(([place, { integrity, inBundle, resolved, libc }]) => [
      ...(integrity === undefined && !inBundle ? [`${place} has no checksum`] : []),
      ...(resolved !== undefined ? [`${place} comes from one address alone`] : []),
      ...(libraryOf(place) !== undefined && libc?.[0] !== libraryOf(place)
        ? [`${place} does not say that it is for ${libraryOf(place)}`]
        : []),
    ]),
  ];
}

export const lockFiles = ['', ...foldersWithPackages, 'e2e/clients/typescript'].map((folder) =>
  join(folder, 'package-lock.json'),
);

if (import.meta.main) {
  const problems = lockFiles.flatMap((file) => {
    const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8'));
    return lockProblems(packages).map((problem) => `${file}: ${problem}`);
  });
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error('Remove the node_modules beside the file and run npm install there again.');
    process.exitCode = 1;
  }
}
