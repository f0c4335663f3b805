import { show } from './field-values.ts';
import type { LineBlock } from './line-reader.ts';
import { parsePythonLiteral } from './python-literal.ts';
import { findRepeatedKey } from './repeated-key.ts';
import type { SourceRecord, SourceRow } from './source.ts';

/**
 * Reads one JSON object per line. If a line is not JSON, it tries Python's spelling (single quotes, None, NaN). `isArray`: the lines
 * are those of one array.
 */
export async function* readJsonLines(
  blocks: AsyncIterable<LineBlock>,
  afterLine: number,
  { isArray = false }: { isArray?: boolean } = {},
): AsyncGenerator<SourceRow[]> {
  for await (const { firstLine, lines, problems } of blocks) {
    const rows: SourceRow[] = [];
    for (let index = Math.max(0, afterLine + 1 - firstLine); index < lines.length; index++) {
      const raw = lines[index]!;
      const line = firstLine + index;
      const problem = problems?.get(index);
      if (problem !== undefined) rows.push({ line, lastLine: line, reason: problem, raw });
      else {
        const json = isArray ? withoutArray(raw) : raw;
        if (json.trim() !== '') rows.push(parseLine(json, line, raw));
      }
    }
    if (rows.length > 0) yield rows;
  }
}

function parseLine(json: string, line: number, raw: string): SourceRow {
  const reject = (reason: string): SourceRow => ({ line, lastLine: line, reason, raw });
  let value: unknown;
  try {
    value = JSON.parse(json);
    const repeated = findRepeatedKey(json, value);
    if (repeated !== null) return reject(`the key ${show(repeated)} occurs twice`);
  } catch (error) {
    try {
      value = parsePythonLiteral(json);
    } catch (pythonError) {
      if (/^\s*\{\s*u?'/.test(json))
        return reject(`not a valid Python dict: ${(pythonError as Error).message}`);
      return reject(`not valid JSON: ${(error as Error).message.replace(/, (?:\.\.\.)?".*$/s, '')}`);
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return reject('not a JSON object');
  return { line, lastLine: line, record: value as SourceRecord, raw };
}

/** Returns the object on a line of an array with one object per line, without the array's brackets and commas. */
export function withoutArray(line: string): string {
  const text = line.trim();
  const start = /^[[,]/.test(text) ? 1 : 0;
  const end = /[,\]]$/.test(text) ? text.length - 1 : text.length;
  return text.slice(start, end);
}
