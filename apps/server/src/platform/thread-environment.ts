import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

/** With the process's compile cache, a thread starts in a third of the time. Only an environment variable passes the cache to it. */
export function threadEnvironment(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  return folder === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(folder) };
}
