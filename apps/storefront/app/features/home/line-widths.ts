const widest = 5;
const narrowest = 1;

/** The widths of lines, in pixels: a line of half the best score is half as wide as that of the best. */
export function lineWidths(scores: readonly number[]): number[] {
  const best = Math.max(...scores);
  return scores.map((score) =>
    best > 0 ? Math.max(narrowest, Math.round((score / best) * widest * 10) / 10) : narrowest,
  );
}
