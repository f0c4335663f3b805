import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DestinationStream, destination } from 'pino';
import { warningOf } from './warning-of.ts';

const largestBytes = 10_000_000;
/** How long a repeated warning is not shown again. */
const quietMs = 60_000;

/** Writes the log as JSON lines to `kindred.log` in the data folder, and shows its warnings in sentences. Keeps the previous file as `kindred.log.1`. */
export function openPeopleLog({
  dataDir,
  warn,
  now = performance.now.bind(performance),
}: {
  dataDir: string;
  warn: (sentence: string) => void;
  now?: () => number;
}): DestinationStream {
  const path = join(dataDir, 'kindred.log');
  let size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  // If the disk is full, the lines stop, but the shop continues.
  const file = destination({ dest: path, sync: false, mode: 0o600, append: true }).on(
    'error',
    () => undefined,
  );
  const toldAt = new Map<string, number>();
  return {
    write(line) {
      size += line.length;
      if (size > largestBytes) {
        size = line.length;
        putAside(path);
        file.reopen(path);
      }
      file.write(line);
      const warning = warningOf(line);
      if (warning === undefined || now() - (toldAt.get(warning) ?? Number.NEGATIVE_INFINITY) < quietMs)
        return;
      toldAt.set(warning, now());
      warn(warning);
    },
  };
}

function putAside(path: string): void {
  try {
    renameSync(path, `${path}.1`);
  } catch {
    // Another process has removed it.
  }
}
