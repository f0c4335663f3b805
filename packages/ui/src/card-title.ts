import type { TextRange } from './text-parts.ts';

/** A title in two parts, of which a card shows only the second, because the brand has a line of its own. */
interface CardTitle {
  /** The brand with the space after it; empty if the title does not begin with it. */
  brand: string;
  rest: string;
  /** The ranges of the title that are in `rest`. */
  ranges: readonly TextRange[];
}

export function cardTitle(
  title: string,
  { brand, ranges = [] }: { brand: string | null; ranges?: readonly TextRange[] | undefined },
): CardTitle {
  const start = brand === null ? '' : `${brand} `;
  const rest = title.slice(start.length);
  if (start === '' || !title.startsWith(start) || rest.trim() === '')
    return { brand: '', rest: title, ranges };
  return {
    brand: start,
    rest,
    ranges: ranges
      .filter((range) => range.end > start.length)
      .map((range) => ({ start: Math.max(0, range.start - start.length), end: range.end - start.length })),
  };
}
