/**
 * @file Compares documents with the records of proofs. In `[10,000 histories](docs/proofs/NAME.json#figures.histories)` the first number
 * of the link's text must be the record's, rounded to the shown decimals. A quoted record must also hold.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const code = /```[\s\S]*?```|`[^`\n]*`/g;
const quotation = /\[([^\]]+)\]\(([^)\s]*?proofs\/[^)\s]+?\.json)#([^)\s]+)\)/g;

export interface Quotation {
  readonly text: string;
  /** As in the link: relative to the document. */
  readonly file: string;
  /** Keys, joined by dots. */
  readonly path: string;
}

export function findQuotations(markdown: string): Quotation[] {
  return [...markdown.replaceAll(code, '').matchAll(quotation)].map(([, text, file, path]) => ({
    text: text!,
    file: file!,
    path: decodeURIComponent(path!),
  }));
}

/** Returns what is wrong with a quotation; undefined if nothing is. */
export function compareQuotation(
  { text, path }: Quotation,
  record: Record<string, unknown>,
): string | undefined {
  if (record.held !== true) return 'the proof does not hold';
  const value = path
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | null | undefined)?.[key], record);
  if (typeof value === 'string') return text.includes(value) ? undefined : `the record says "${value}"`;
  if (typeof value !== 'number') return `the record has no number or text at ${path}`;
  const shown = /-?\d[\d,]*(?:\.(\d+))?/.exec(text);
  if (shown === null) return 'the text has no number';
  const decimals = shown[1]?.length ?? 0;
  return Number(shown[0].replaceAll(',', '')) === Number(value.toFixed(decimals))
    ? undefined
    : `the record says ${value}`;
}

export function checkFigures(root: string): string[] {
  return globSync(['*.md', '{docs,packages,apps}/**/*.md'], {
    cwd: root,
    exclude: (name) => name.includes('node_modules'),
  }).flatMap((document) =>
    findQuotations(readFileSync(join(root, document), 'utf8')).flatMap((quoted) => {
      const file = join(root, dirname(document), quoted.file);
      const problem = existsSync(file)
        ? compareQuotation(quoted, JSON.parse(readFileSync(file, 'utf8')))
        : `there is no ${relative(root, file)}`;
      return problem === undefined
        ? []
        : [`${document}: "${quoted.text}" (${quoted.file}#${quoted.path}): ${problem}`];
    }),
  );
}

if (import.meta.main) {
  const problems = checkFigures(join(import.meta.dirname, '..'));
  for (const problem of problems) console.error(problem);
  console.error(
    problems.length === 0 ? 'figures: as the proofs recorded them' : `${problems.length} wrong figures`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
