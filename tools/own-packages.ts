/**
 * @file Folders with packages of their own. `npm ci` at the root installs the packages that run, build and test the shop. Packages that check
 * the sources, drive a browser or make committed files are listed in the package.json of one of these folders, and installed on first use.
 * `node tools/own-packages.ts` installs all of them, `node tools/own-packages.ts FOLDER` those of one folder; with PROGRAM ARGS it then runs
 * that program.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export const foldersWithPackages = ['tools', 'e2e', 'apps/server/src/tables'] as const;
export type FolderWithPackages = (typeof foldersWithPackages)[number];

/** Whether the packages are installed, and not older than their lock file. */
export function arePackagesInstalled(folder: FolderWithPackages): boolean {
  const [installed, listed] = ['node_modules/.package-lock.json', 'package-lock.json'].map((name) =>
    join(root, folder, name),
  );
  return existsSync(installed!) && statSync(installed!).mtimeMs >= statSync(listed!).mtimeMs;
}

/** Installs the packages of a folder if they are missing or older than its lock file. @throws Error when npm fails; npm has printed why */
export function installPackagesOf(folder: FolderWithPackages): void {
  if (arePackagesInstalled(folder)) return;
  console.error(`Installing the packages of ${folder} ...`);
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const { status, error } = spawnSync(command!, [...first, 'ci', '--prefix', join(root, folder)], {
    cwd: join(root, folder),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: npm === undefined && process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error(
      `The packages of ${folder} could not be installed: ${error?.message ?? `npm ended with ${status}`}.`,
    );
}

/** Returns the path of a program of one of the folder's packages, and installs them first if need be. */
export function programOf(folder: FolderWithPackages, name: string): string {
  installPackagesOf(folder);
  return join(root, folder, 'node_modules/.bin', name);
}

if (import.meta.main) {
  const [folder, program, ...args] = process.argv.slice(2);
  if (folder === undefined) for (const each of foldersWithPackages) installPackagesOf(each);
  else {
    const known = foldersWithPackages.find((each) => each === folder);
    if (known === undefined) {
      console.error(
        `No folder “${folder}” has packages of its own: name one of ${foldersWithPackages.join(', ')}.`,
      );
      process.exit(2);
    }
    installPackagesOf(known);
    if (program !== undefined)
      process.exitCode =
        spawnSync(programOf(known, program), args, { cwd: root, stdio: 'inherit' }).status ?? 1;
  }
}
