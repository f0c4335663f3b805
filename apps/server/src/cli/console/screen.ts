/** @file Prints lines that stay and, below them, one line that is overwritten. */
import { stripVTControlCharacters } from 'node:util';

type Output = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number };

export interface Screen {
  /** The width of a line. */
  readonly columns: number;
  /** Whether lines can be overwritten. */
  readonly isLive: boolean;
  print(text: string): void;
  /** Shows the line below all others; an empty text removes it. Does nothing if lines cannot be overwritten. */
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

/** Cuts a text into pieces of at most `width`, after a blank or a slash if possible. */
export function cut(text: string, width: number): string[] {
  if (text.length <= width) return [text];
  const head = text.slice(0, width);
  const end = Math.max(head.lastIndexOf(' '), head.lastIndexOf('/')) + 1;
  const at = end > width / 2 ? end : width;
  return [head.slice(0, at).trimEnd(), ...cut(text.slice(at).trimStart(), width)];
}
