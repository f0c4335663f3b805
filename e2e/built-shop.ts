import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

interface BuiltShop {
  readonly path: string;
  remove(): void;
}

/** Copies this built checkout, with only the packages that `npm ci --omit=dev` installs. */
export function copyBuiltShop(): BuiltShop {
  const path = mkdtempSync(join(tmpdir(), 'kindred-built-'));
  chmodSync(path, 0o711);
  for (const name of ['apps', 'packages', 'demo', 'tools', 'package.json', 'package-lock.json'])
    cpSync(join(root, name), join(path, name), {
      recursive: true,
      filter: (source) => basename(source) !== 'node_modules',
    });
  for (const place of packagesOfShop()) {
    mkdirSync(dirname(join(path, place)), { recursive: true });
    execFileSync('cp', ['-a', join(root, place), join(path, place)]);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Returns the folders of those packages. Packages inside another one are copied with it; Node is already running. */
function packagesOfShop(): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  return Object.entries(packages).flatMap(([place, { dev }]) =>
    /^node_modules\/(@[^/]+\/)?[^/]+$/.test(place) &&
    !dev &&
    !place.startsWith('node_modules/node-') &&
    existsSync(join(root, place))
      ? [place]
      : [],
  );
}
