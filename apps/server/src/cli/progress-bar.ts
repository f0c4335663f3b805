import type { FetchProgress } from '../modules/running/fetch/index.ts';
import type { ImportProgress } from '../modules/running/import/index.ts';

const width = 24;
const redrawMs = 100;
const logMs = 5_000;

export function clock(exactSeconds: number): string {
  const seconds = Math.round(exactSeconds);
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)}:${clock(seconds % 3600).padStart(5, '0')}`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function bar(share: number, length = width): string {
  const filled = Math.round(share * length);
  return `${'█'.repeat(filled)}${'░'.repeat(length - filled)} ${String(Math.floor(share * 100)).padStart(3)} %`;
}

const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join('  ');

const shareOf = (done: number, total: number): number => (total === 0 ? 1 : Math.min(1, done / total));

export function describeProgress(progress: ImportProgress): string {
  const { bytesRead, bytesTotal, rows, rowsPerSecond, secondsLeft, fileNumber, fileCount } = progress;
  return joined([
    bar(shareOf(bytesRead, bytesTotal)),
    fileCount > 1 ? `file ${fileNumber}/${fileCount}` : undefined,
    `${rows.toLocaleString('en')} rows`,
    `${Math.round(rowsPerSecond).toLocaleString('en')} rows/s`,
    secondsLeft === null ? undefined : `${clock(secondsLeft)} left`,
  ]);
}

/** Uses decimal units, as for disks and networks: 1 MB is a million bytes. */
export function describeBytes(bytes: number): string {
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}

export function describeFetch(progress: FetchProgress): string {
  const { bytesDone, bytesTotal, bytesPerSecond, secondsLeft, fileNumber, fileCount, path } = progress;
  return joined([
    bar(shareOf(bytesDone, bytesTotal)),
    fileCount > 1 ? `file ${fileNumber}/${fileCount}` : undefined,
    path.slice(path.lastIndexOf('/') + 1),
    `${describeBytes(bytesDone)} of ${describeBytes(bytesTotal)}`,
    bytesPerSecond > 0 ? `${describeBytes(bytesPerSecond)}/s` : undefined,
    secondsLeft === null ? undefined : `${clock(secondsLeft)} left`,
  ]);
}

const describeIndexing = ({ done, total }: { done: number; total: number }): string =>
  joined([
    bar(shareOf(done, total)),
    `${done.toLocaleString('en')} of ${total.toLocaleString('en')} products`,
  ]);

export const createIndexingBar = (stream: NodeJS.WriteStream) => createBar(stream, describeIndexing);
export const createProgressBar = (stream: NodeJS.WriteStream) => createBar(stream, describeProgress);
export const createFetchBar = (stream: NodeJS.WriteStream) => createBar(stream, describeFetch);

/** Draws a bar that is overwritten on a terminal. Elsewhere it prints a line every five seconds. */
function createBar<Progress>(
  stream: NodeJS.WriteStream,
  describe: (progress: Progress) => string,
  now: () => number = performance.now.bind(performance),
) {
  let last = now();
  const clear = () => {
    if (stream.isTTY) stream.write('\r\x1b[2K');
  };
  return {
    show(progress: Progress): void {
      if (now() - last < (stream.isTTY ? redrawMs : logMs)) return;
      last = now();
      clear();
      stream.write(stream.isTTY ? describe(progress) : `${describe(progress)}\n`);
    },
    /** Prints a line that stays. */
    note(text: string): void {
      clear();
      stream.write(`${text}\n`);
    },
    end: clear,
  };
}
