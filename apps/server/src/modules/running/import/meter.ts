import type { ImportFile } from './checkpoint.ts';
import type { ImportProgress } from './import-plan.ts';

const progressEveryMs = 100;

/** Counts what is read, and reports it. */
export interface Meter {
  startFile(file: ImportFile): void;
  add(bytes: number, rows: number): void;
  report(isLast?: boolean): void;
}

export function createMeter(
  files: readonly ImportFile[],
  onProgress?: (progress: ImportProgress) => void,
): Meter {
  const bytesTotal = files.reduce((sum, file) => sum + file.size, 0);
  const startedAt = performance.now();
  let current = -1;
  let bytesRead = 0;
  let rows = 0;
  let reportedAt = 0;
  const report = (isLast = false) => {
    const now = performance.now();
    if (onProgress === undefined || (!isLast && now - reportedAt < progressEveryMs)) return;
    reportedAt = now;
    const seconds = Math.max((now - startedAt) / 1000, 0.001);
    onProgress({
      file: files[Math.max(current, 0)]!.path,
      fileNumber: current + 1,
      fileCount: files.length,
      bytesRead: Math.min(bytesRead, bytesTotal),
      bytesTotal,
      rows,
      rowsPerSecond: rows / seconds,
      secondsLeft: bytesRead > 0 ? (seconds * Math.max(bytesTotal - bytesRead, 0)) / bytesRead : null,
    });
  };
  return {
    startFile() {
      current++;
    },
    add(bytes, count) {
      bytesRead += bytes;
      rows += count;
      report();
    },
    report,
  };
}
