import type { ImportProgress } from '../modules/import/index.ts';

const width = 24;
const redrawMs = 100;
const logMs = 5_000;

function clock(exactSeconds: number): string {
  const seconds = Math.round(exactSeconds);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function describeProgress(progress: ImportProgress): string {
  const { bytesRead, bytesTotal, rows, rowsPerSecond, secondsLeft, fileNumber, fileCount } = progress;
  const share = bytesTotal === 0 ? 1 : Math.min(1, bytesRead / bytesTotal);
  const filled = Math.round(share * width);
  return [
    `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${String(Math.floor(share * 100)).padStart(3)} %`,
    fileCount > 1 ? `file ${fileNumber}/${fileCount}` : undefined,
    `${rows.toLocaleString('en')} rows`,
    `${Math.round(rowsPerSecond).toLocaleString('en')} rows/s`,
    secondsLeft === null ? undefined : `${clock(secondsLeft)} left`,
  ]
    .filter((part) => part !== undefined)
    .join('  ');
}

/** A bar that is written over on a terminal; elsewhere a line every five seconds. */
export function createProgressBar(
  stream: NodeJS.WriteStream,
  now: () => number = performance.now.bind(performance),
) {
  let last = now();
  return {
    show(progress: ImportProgress): void {
      if (now() - last < (stream.isTTY ? redrawMs : logMs)) return;
      last = now();
      stream.write(
        stream.isTTY ? `\r\x1b[2K${describeProgress(progress)}` : `${describeProgress(progress)}\n`,
      );
    },
    end(): void {
      if (stream.isTTY) stream.write('\r\x1b[2K');
    },
  };
}
