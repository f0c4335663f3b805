import type { TextRange } from '../../ports/search-index.ts';
import type { Json } from './connection.ts';

/** Of the private-use area: no title has them. */
const before = '\uE0B0';
const after = '\uE0B1';

export const highlightRequest: Json = {
  encoder: 'default',
  pre_tags: [before],
  post_tags: [after],
  number_of_fragments: 0,
  fields: { title: { type: 'unified' } },
};

export function readHighlight(marked: string): TextRange[] {
  const ranges: TextRange[] = [];
  let at = 0;
  let start = 0;
  for (let place = 0; place < marked.length; place++) {
    if (marked[place] === before) start = at;
    else if (marked[place] === after) ranges.push({ start, end: at });
    else at++;
  }
  return ranges;
}
