/** @file Lines that stay, and below them one that is written over. */
import { stripVTControlCharacters } from 'node:util';

type Output = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number };

export interface Screen {
  /** How wide a line may be. */
  readonly columns: number;
  /** Whether a line can be written over. */
  readonly isLive: boolean;
  print(text: string): void;
  /** The line below all others; an empty text takes it away. Nothing where lines cannot be written over. */
  show(text: string): void;
}

const usualColumns = 80;

export function createScreen(output: Output, env: NodeJS.ProcessEnv = process.env): Screen {
  const isLive = output.isTTY === true && env.TERM !== 'dumb';
  let shown = '';
  const clear = () => {
    if (shown !== '') output.write('\r\x1b[2K');
  };
  return {
    get columns() {
      return output.columns || usualColumns;
    },
    isLive,
    print(text) {
      clear();
      output.write(`${text}\n${shown}`);
    },
    show(text) {
      if (!isLive || text === shown) return;
      clear();
      shown = text;
      output.write(text);
    },
  };
}

export const widthOf = (text: string): number => [...stripVTControlCharacters(text)].length;

/** Pieces of a text that are no wider, cut behind a blank or a slash where there is one. */
export function cut(text: string, width: number): string[] {
  if (text.length <= width) return [text];
  const head = text.slice(0, width);
  const end = Math.max(head.lastIndexOf(' '), head.lastIndexOf('/')) + 1;
  const at = end > width / 2 ? end : width;
  return [head.slice(0, at).trimEnd(), ...cut(text.slice(at).trimStart(), width)];
}
