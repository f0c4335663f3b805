/** @file The file of rejected rows: JSON lines with the line number, the reason and the beginning of the row. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface Reject {
  line: number;
  reason: string;
  raw: string;
}

export interface RejectsFile {
  path: string;
  append(rejects: readonly Reject[]): void;
}

const longestRaw = 2000;

/** Keeps only the rejects of an earlier, unfinished run up to the line that it had reached. */
export function openRejectsFile(options: {
  folder: string;
  file: string;
  keepUpToLine: number;
}): RejectsFile {
  const { folder, file, keepUpToLine } = options;
  const hash = createHash('sha256').update(file).digest('hex').slice(0, 8);
  const path = join(folder, `${basename(file)}.${hash}.rejects.jsonl`);
  if (existsSync(path)) {
    const kept = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && lineOf(line) <= keepUpToLine);
    if (kept.length === 0) rmSync(path);
    else writeFileSync(path, `${kept.join('\n')}\n`);
  }
  return {
    path,
    append(rejects) {
      if (rejects.length === 0) return;
      mkdirSync(folder, { recursive: true });
      const lines = rejects.map(
        ({ line, reason, raw }) =>
          `${JSON.stringify({ file, line, reason, raw: raw.slice(0, longestRaw).toWellFormed() })}\n`,
      );
      appendFileSync(path, lines.join(''), { flush: true });
    },
  };
}

function lineOf(text: string): number {
  try {
    return (JSON.parse(text) as Reject).line;
  } catch {
    // The line was cut off when the run was killed.
    return Number.POSITIVE_INFINITY;
  }
}
