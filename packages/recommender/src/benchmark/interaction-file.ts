import { createReadStream, existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What is wrong with a file of interactions, in a sentence that names it and the place. */
export class InteractionFileError extends Error {
  override readonly name = 'InteractionFileError';
}

const extensions = ['txt', 'csv', 'tsv', 'dat', 'inter'];

/**
 * `NAME.txt` of a directory, or another of the usual extensions, `.gz` or not.
 * @throws InteractionFileError when there is none, or more than one that could be meant
 */
export function findInteractionFile(directory: string, name: 'train' | 'test'): string {
  if (!existsSync(directory)) throw new InteractionFileError(`There is no folder ${directory}.`);
  if (!statSync(directory).isDirectory())
    throw new InteractionFileError(
      `${directory} is a file; name the folder that holds train.txt and test.txt.`,
    );
  const found = extensions.flatMap((extension) => {
    const file = [`${name}.${extension}`, `${name}.${extension}.gz`].find((one) =>
      existsSync(join(directory, one)),
    );
    return file ?? [];
  });
  if (found.length > 1)
    throw new InteractionFileError(
      `${directory} has ${found.join(' and ')}; leave only the one that is meant.`,
    );
  const [file] = found;
  if (file === undefined)
    throw new InteractionFileError(`${directory} has neither ${name}.txt nor ${name}.txt.gz.`);
  return join(directory, file);
}

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without blanks at its ends; never empty. */
  readonly text: string;
}

/**
 * The lines of a text file that hold something, some at a time, gzip or not (by its first bytes, whatever its name).
 * @throws InteractionFileError that says where reading ended, and why; the signal's reason when aborted
 */
export async function* readLines(path: string, signal?: AbortSignal): AsyncGenerator<readonly Line[]> {
  let number = 0;
  const file = createReadStream(path);
  try {
    const isPacked = await startsAsGzip(path);
    const input = isPacked ? pipeline(file, createGunzip(), () => undefined) : file;
    for await (const raw of splitLines(input, signal)) {
      const lines: Line[] = [];
      for (const one of raw) {
        number++;
        const text = one.trim();
        if (text !== '') lines.push({ number, text });
      }
      yield lines;
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw (error as NodeJS.ErrnoException).code === undefined
      ? error
      : new InteractionFileError(problemOf(error as NodeJS.ErrnoException, path, number, file.bytesRead));
  } finally {
    file.destroy();
  }
}

const longestLine = 16 * 1024 * 1024;

/** Lines end with LF, CR or both, as in `readline`, which cannot be left before the end of a stream. */
async function* splitLines(input: AsyncIterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<string[]> {
  // It takes a byte order mark away.
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    signal?.throwIfAborted();
    const text = rest + decoder.decode(chunk, { stream: true });
    // Whether a CR at the end is half of a line's end, the next chunk says.
    const end = text.endsWith('\r') ? text.length - 1 : text.length;
    const lines = text.slice(0, end).split(/\r\n|\n|\r/);
    rest = lines.pop()! + text.slice(end);
    if (rest.length > longestLine)
      throw Object.assign(new Error('A line is too long.'), { code: 'ERR_LINE_TOO_LONG' });
    yield lines;
  }
  yield [rest.replace(/\r$/, '')];
}

async function startsAsGzip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

function problemOf(
  { code, message }: NodeJS.ErrnoException,
  path: string,
  line: number,
  byte: number,
): string {
  const place = `after byte ${byte} and line ${line}`;
  if (code === 'Z_BUF_ERROR') return `${path} is cut off: its gzip data end ${place}, before their end.`;
  if (code?.startsWith('Z_')) return `${path} is damaged: its gzip data make no sense ${place} (${message}).`;
  if (code === 'ERR_LINE_TOO_LONG')
    return `${path}, line ${line + 1} is longer than ${longestLine / 2 ** 20} MiB: is this a text file?`;
  if (code === 'EISDIR') return `${path} is a folder, not a file.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path} must not be read by this account (${code}).`;
  return `${path} cannot be read ${place} (${code}).`;
}

function quote(text: string): string {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return `“${shown.replaceAll('\t', '⇥').replaceAll(/\p{Cc}/gu, '·')}”`;
}

/** What a line that cannot be used is refused with. */
export function lineError(path: string, { number, text }: Line, problem: string): InteractionFileError {
  return new InteractionFileError(`${path}, line ${number}: ${problem}, but found ${quote(text)}.`);
}
