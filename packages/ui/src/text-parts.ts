/** A piece of a text: `text.slice(start, end)`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface TextPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Cuts a text at the ends of ranges, which may come in any order. Overlapping ranges are merged; ranges beyond the text are ignored. */
export function textParts(text: string, ranges: readonly TextRange[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const take = (end: number, isMarked: boolean) => {
    if (end <= at) return;
    const last = parts.at(-1);
    const piece = text.slice(at, end);
    if (last?.isMarked === isMarked) parts[parts.length - 1] = { text: last.text + piece, isMarked };
    else parts.push({ text: piece, isMarked });
    at = end;
  };
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (start >= text.length || end <= start) continue;
    take(start, false);
    take(Math.min(end, text.length), true);
  }
  take(text.length, false);
  return parts;
}
