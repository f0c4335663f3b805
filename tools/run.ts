/**
 * @file `node tools/run.ts [--only NAME] SCRIPT ARGS`: builds what is stale, then runs the script in the same process, so that a
 * signal to `npm start` reaches the shop. Before a build it looks for anything that would prevent the start.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.ts';

/** The usual time of a part on a small machine. */
const usualMs = 10_000;

const args = process.argv.slice(2);
const only = args[0] === '--only' ? args.splice(0, 2)[1] : undefined;
const [script, ...rest] = args;
if (!script) {
  console.error('Name the script: node tools/run.ts SCRIPT');
  process.exit(2);
}
const isStart = rest[0] === 'start' && !rest.includes('--help') && !rest.includes('-h');
try {
  await build({ ifStale: true, only, isForShop: true, ...(isStart && (await openStart())) });
} catch (error) {
  console.error((error as Error).message);
  process.exit((error as Error).name === 'ConfigError' ? 2 : 1);
}
await import('./quick-start.ts');
const path = join(import.meta.dirname, '..', script);
process.argv.splice(1, Number.POSITIVE_INFINITY, path, ...rest);
await import(pathToFileURL(path).href);

/** A start reports its builds on the same console as everything else. */
async function openStart() {
  const { beginStart } = await import('../apps/server/src/cli/begin-start.ts');
  const { startConsole } = await beginStart();
  if (!startConsole.isForPeople) return {};
  return {
    onBegin(name: string) {
      const stage = startConsole.stage(`Build of the ${name}`, usualMs);
      return { end: stage.end, fail: startConsole.end };
    },
  };
}
