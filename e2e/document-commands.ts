/** @file Finds the commands in documents: lines of fenced blocks, and code in the text, that start with npm, npx, node or kindred. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const isCommand = /^([A-Z_]+=\S+ )*(npm|npx|node|kindred) /;
const block = /^```[^\n]*\n([\s\S]*?)^```$/gm;

export interface DocumentCommand {
  readonly command: string;
  readonly document: string;
}

export function commandsOf(markdown: string): string[] {
  const lines = [...markdown.matchAll(block)].flatMap(([, text]) => text.split('\n'));
  const comments = lines.map((line) => / # (.*)$/.exec(line)?.[1] ?? '');
  const texts = [markdown.replaceAll(block, ''), ...comments];
  const inline = texts.flatMap((text) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code));
  return [...lines.map((line) => line.replace(/ +# .*/, '')), ...inline]
    .map((text) => text.trim())
    .filter((text) => isCommand.test(text));
}

/** Returns each command once, in the order of the documents. */
export function documentCommands(): DocumentCommand[] {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'ARCHITECTURE.md',
    ...globSync(['docs/guides/*.md', '{packages,apps}/*/README.md', 'demo/README.md'], { cwd: root }).sort(),
  ];
  const found = new Map<string, DocumentCommand>();
  for (const document of documents)
    for (const command of commandsOf(readFileSync(join(root, document), 'utf8')))
      if (!found.has(command)) found.set(command, { command, document });
  return [...found.values()];
}
