/**
 * @file `node tools/run.ts [--only NAME] SCRIPT ARGS`: builds what is stale, then is that script. One process, so that a
 * signal to `npm start` reaches the shop.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.ts';

const args = process.argv.slice(2);
const only = args[0] === '--only' ? args.splice(0, 2)[1] : undefined;
const [script, ...rest] = args;
if (!script) {
  console.error('Name the script: node tools/run.ts SCRIPT');
  process.exit(2);
}
try {
  build({ ifStale: true, only, isForShop: true });
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
await import('./quick-start.ts');
const path = join(import.meta.dirname, '..', script);
process.argv.splice(1, Number.POSITIVE_INFINITY, path, ...rest);
await import(pathToFileURL(path).href);
