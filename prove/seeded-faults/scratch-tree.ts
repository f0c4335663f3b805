import { spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { foldersWithPackages } from '../../tools/own-packages.ts';

const root = join(import.meta.dirname, '../..');

export interface ScratchTree {
  readonly path: string;
  /** Returns undefined if the file does not exist. */
  read(file: string): string | undefined;
  remove(): void;
}

/** Puts the files of a commit into a temporary folder, with the packages of this checkout, and builds its kernels and storefront. */
export function makeScratchTree(commit: string): ScratchTree {
  const path = mkdtempSync(join(tmpdir(), 'kindred-faults-'));
  const remove = () => rmSync(path, { recursive: true, force: true });
  try {
    unpack(commit, path);
    linkPackages(path);
    ended(process.execPath, ['tools/build.ts'], { cwd: path });
  } catch (error) {
    remove();
    throw error;
  }
  return { path, read: (file) => readIn(path, file), remove };
}

/** Reads a file of this checkout. */
export function readHere(file: string): string | undefined {
  return readIn(root, file);
}

function readIn(folder: string, file: string): string | undefined {
  const whole = join(folder, file);
  return existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
}

export function resolveCommit(name: string): string {
  return ended('git', ['rev-parse', '--verify', `${name}^{commit}`], { cwd: root })
    .toString()
    .trim();
}

function unpack(commit: string, path: string): void {
  const input = ended('git', ['archive', '--format=tar', commit], { cwd: root });
  ended('tar', ['-x', '-C', path], { input });
}

/** Links all packages except the workspaces, which have to be the scratch tree's own, and the packages of the folders that have their own. */
function linkPackages(path: string): void {
  const [from, to] = [join(root, 'node_modules'), join(path, 'node_modules')];
  mkdirSync(join(to, '@kindred'), { recursive: true });
  for (const name of readdirSync(from))
    if (name !== '@kindred' && name !== '.vite') symlinkSync(join(from, name), join(to, name));
  for (const workspace of globSync(['{packages,apps}/*', 'demo'], { cwd: path }))
    symlinkSync(join(path, workspace), join(to, '@kindred', basename(workspace)));
  for (const folder of foldersWithPackages)
    if (existsSync(join(root, folder, 'node_modules')) && existsSync(join(path, folder)))
      symlinkSync(join(root, folder, 'node_modules'), join(path, folder, 'node_modules'));
}

export function buildKernels(path: string): void {
  ended(process.execPath, ['tools/build.ts', '--only', 'kernels'], { cwd: path });
}

/** @returns the command's output @throws Error with the command's complaint */
function ended(command: string, args: string[], options: { cwd?: string; input?: Buffer }): Buffer {
  const { status, stdout, stderr, error } = spawnSync(command, args, { ...options, maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.toString()}`);
  return stdout;
}
