import type { BenchmarkReport } from './contest.ts';

/** Formats a report as a table for people. */
export function formatReport({
  name,
  setting,
  rounds,
  measurements,
  notes = [],
  absent,
  disagreements,
}: BenchmarkReport): string {
  const width = Math.max(...measurements.map((measurement) => measurement.name.length));
  const lines = measurements.map(({ name: contender, medianMs, fastestMs, slowestMs, ratio }) => {
    const range = `(${fastestMs.toFixed(2)} to ${slowestMs.toFixed(2)})`;
    return `  ${contender.padEnd(width)}  ${medianMs.toFixed(2).padStart(9)} ms  ${range.padEnd(22)} ${ratio.toFixed(2).padStart(7)} x`;
  });
  const agreement = disagreements.length > 0 ? disagreements : ['All results agree.'];
  return [
    `${name}: ${setting}; medians of ${rounds} rounds, interleaved`,
    ...lines,
    ...notes.map((line) => `  ${line}`),
    ...absent.map((line) => `  ${line}`),
    ...agreement.map((line) => `  ${line}`),
    '',
  ].join('\n');
}
