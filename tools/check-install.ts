/** @file Limits the size of what `npm ci` installs, and of what a built shop needs (`npm ci --omit=dev`). */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In MiB on the disk, as `du -sm` counts. The shop is counted without the Node that npm installs. */
const most = { all: 550, shopWithoutNode: 300 };

const root = join(import.meta.dirname, '..');

/** Returns the size of a file or folder in blocks of 512 bytes, without the names that are left out. */
function blocksOf(path: string, isLeftOut: (name: string) => boolean): number {
  const { blocks } = lstatSync(path);
  if (!lstatSync(path).isDirectory()) return blocks;
  return readdirSync(path)
    .filter((name) => !isLeftOut(name))
    .reduce((sum, name) => sum + blocksOf(join(path, name), isLeftOut), blocks);
}

const megabytes = (blocks: number) => Math.ceil(blocks / 2_048);

// Tools keep caches in folders such as `.vite`.
const isCache = (name: string) => name.startsWith('.') && name !== '.bin' && name !== '.package-lock.json';
const modules = join(root, 'node_modules');
const all = megabytes(
  readdirSync(modules)
    .filter((name) => !isCache(name))
    .reduce((sum, name) => sum + blocksOf(join(modules, name), () => false), 0),
);

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, { readonly dev?: boolean; readonly link?: boolean }>>;
};
const ofShop = Object.entries(packages).filter(
  ([place, { dev, link }]) =>
    place.includes('node_modules/') &&
    !dev &&
    !link &&
    !/^node_modules\/node-[a-z0-9]+-[a-z0-9]+$/.test(place) &&
    existsSync(join(root, place)),
);
const shop = megabytes(
  ofShop.reduce((sum, [place]) => sum + blocksOf(join(root, place), (name) => name === 'node_modules'), 0),
);

const problems = [
  ...(all > most.all ? [`npm ci installs ${all} MB; it may be ${most.all}.`] : []),
  ...(shop > most.shopWithoutNode
    ? [`A built shop needs ${shop} MB of packages without Node; it may be ${most.shopWithoutNode}.`]
    : []),
];
for (const problem of problems) console.error(problem);
if (problems.length === 0)
  console.log(`install: ${all} MB, of which a built shop needs ${shop} without Node`);
else {
  console.error('docs/decisions/0044-a-lean-install.md says what belongs where.');
  process.exitCode = 1;
}
