import type { TextRange } from '../../ports/search-index.ts';

/** Of a title with marks where `markTitles` puts them. */
export function rangesOf(marked: string): TextRange[] {
  const ranges: TextRange[] = [];
  let marks = 0;
  let start = 0;
  for (let at = 0; at < marked.length; at++) {
    const mark = marked.charCodeAt(at);
    if (mark !== 1 && mark !== 2) continue;
    const place = at - marks++;
    if (mark === 1) start = place;
    else ranges.push({ start, end: place });
  }
  return ranges;
}
