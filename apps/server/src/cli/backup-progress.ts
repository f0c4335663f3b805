import type { BackupProgress } from '../modules/running/backup/index.ts';
import { createFetchBar } from './progress-bar.ts';

/** A progress bar with the name of the current step. */
export function createBackupBar(stream: NodeJS.WriteStream) {
  const bar = createFetchBar(stream);
  const startedAt = new Map<string, number>();
  return {
    show(step: string) {
      return ({ bytesDone, bytesTotal }: BackupProgress): void => {
        const started = startedAt.get(step) ?? performance.now();
        startedAt.set(step, started);
        const bytesPerSecond = (1_000 * bytesDone) / Math.max(1, performance.now() - started);
        const isSteady = performance.now() - started > 1_000 && bytesPerSecond > 0;
        bar.show({
          path: step,
          fileNumber: 1,
          fileCount: 1,
          bytesDone,
          bytesTotal,
          bytesPerSecond,
          secondsLeft: isSteady ? (bytesTotal - bytesDone) / bytesPerSecond : null,
        });
      };
    },
    end: bar.end,
  };
}
