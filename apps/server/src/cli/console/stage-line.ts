import { bar, clock } from '../progress-bar.ts';

const widestBar = 24;
const narrowestBar = 6;

export interface StageState {
  readonly name: string;
  /** Undefined if the stage has not reported it. */
  readonly share: number | undefined;
  readonly usualMs: number;
  readonly elapsedMs: number;
}

/** Estimates the progress of a stage from its reports, or else from its usual time. */
function forecast({ share, usualMs, elapsedMs }: StageState): { share: number; leftMs: number } {
  if (share !== undefined && share > 0.05) return { share, leftMs: (elapsedMs / share) * (1 - share) };
  const expected = Math.min(0.95, elapsedMs / usualMs);
  return { share: share ?? expected, leftMs: Math.max(0, usualMs - elapsedMs) };
}

/** Returns `Demo catalogue  █████░░░░░  45 %  0:08 left`, or as much of it as fits. */
export function stageLine(state: StageState, columns: number): string {
  const { share, leftMs } = forecast(state);
  const left = leftMs < 1_000 ? 'a moment left' : `${clock(leftMs / 1_000)} left`;
  const percent = `${Math.floor(share * 100)} %`;
  const withBar = (length: number) => [state.name, bar(share, length), left].join('  ');
  const lengths = Array.from({ length: widestBar - narrowestBar + 1 }, (_, index) => widestBar - index);
  const lines = [
    ...lengths.map(withBar),
    [state.name, percent, left].join('  '),
    [state.name, left].join('  '),
  ];
  // The last column stays free, because some terminals would break the line there.
  const room = columns - 3;
  return `  ${lines.find((line) => line.length <= room) ?? state.name.slice(0, room)}`;
}
