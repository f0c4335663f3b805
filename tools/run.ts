/**
 * @file `node tools/run.ts [--build] SCRIPT ARGS`: with `--build` builds stale targets, then runs the script in the same process, so that a
 * signal to `npm start` reaches the shop. Before a build it looks for anything that would prevent the start.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import './quick-start.ts';

/** The usual time of a part on a small machine. */
const usualMs = 10_000;

const args = process.argv.slice(2);
const isBuilt = args[0] === '--build';
const [script, ...rest] = isBuilt ? args.slice(1) : args;
if (!script) {
  console.error('Name the script: node tools/run.ts SCRIPT');
  process.exit(2);
}
const isStart = rest[0] === 'start' && !rest.includes('--help') && !rest.includes('-h');
if (isBuilt && isStart) await start();
else {
  if (isBuilt) await orExit(buildAll);
  const path = join(import.meta.dirname, '..', script);
  process.argv.splice(1, Number.POSITIVE_INFINITY, path, ...rest);
  await import(pathToFileURL(path).href);
}

/** Starts the shop, which fills its database while its pages are built. Builds are reported on the same console as everything else. */
async function start(): Promise<void> {
  const begun = await orExit(async () => {
    const { beginStart } = await import('../apps/server/src/cli/begin-start.ts');
    const opened = await beginStart();
    const { build, targetsOf } = await import('./build.ts');
    const { startConsole } = opened;
    const stale = targetsOf({ ifStale: true, isForShop: true });
    const pagesBuilt = build(stale, {
      // A shop that fills its database takes longer than the build.
      isLater: true,
      onBegin: startConsole.isForPeople
        ? (name) => {
            const stage = startConsole.stage(`Build of the ${name}`, usualMs);
            return { end: stage.end, fail: startConsole.end };
          }
        : undefined,
    });
    // The shop awaits it later, and reports the failure then.
    pagesBuilt.catch(() => undefined);
    return { ...opened, pagesBuilt };
  });
  const { runProgram } = await import('../apps/server/src/cli/program.ts');
  process.exitCode = await runProgram(rest, begun);
}

async function buildAll(): Promise<void> {
  const { build, targetsOf } = await import('./build.ts');
  await build(targetsOf({ ifStale: true, isForShop: true }));
}

async function orExit<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    console.error((error as Error).message);
    process.exit((error as Error).name === 'ConfigError' ? 2 : 1);
  }
}
