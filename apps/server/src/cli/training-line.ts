import type { WriteStream } from 'node:tty';
import type { TrainingProgress } from '@kindred/recommender';

function clock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function describe({
  phase,
  epoch,
  maxEpochs,
  loss,
  recall,
  elapsedMs,
  remainingMs,
}: TrainingProgress): string {
  return [
    `${phase === 'search' ? 'learning' : 'on all data'} epoch ${epoch}/${maxEpochs}`,
    Number.isNaN(loss) ? undefined : `loss ${loss.toFixed(4)}`,
    recall === undefined ? undefined : `Recall@20 ${recall.toFixed(4)}`,
    `${clock(elapsedMs)} gone`,
    // Unknown before the first epoch.
    Number.isNaN(remainingMs) ? undefined : `about ${clock(remainingMs)} left`,
  ]
    .filter((part) => part !== undefined)
    .join('  ');
}

/** Shows the progress of a training: one line that is overwritten on a terminal, or one line per epoch elsewhere. */
export function trainingLine(stream: WriteStream | NodeJS.WriteStream) {
  return {
    step(step: 'reading' | 'training' | 'evaluating'): void {
      stream.write(stream.isTTY ? `\r\x1b[2K${step}` : `${step}\n`);
    },
    show(progress: TrainingProgress): void {
      stream.write(stream.isTTY ? `\r\x1b[2K${describe(progress)}` : `${describe(progress)}\n`);
    },
    end(): void {
      if (stream.isTTY) stream.write('\n');
    },
  };
}
