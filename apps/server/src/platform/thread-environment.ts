import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

/** A thread starts in a third of the time where the process keeps what it has compiled. Only this variable tells it. */
export function threadEnvironment(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  return folder === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(folder) };
}
