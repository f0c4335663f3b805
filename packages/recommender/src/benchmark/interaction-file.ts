import { createReadStream, existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A file of interactions cannot be used. The message is a sentence that names the file, the place and the reason. */
export class InteractionFileError extends Error {
  override readonly name = 'InteractionFileError';
}

const extensions = ['txt', 'csv', 'tsv', 'dat', 'inter'];

/**
 * Finds `NAME.txt` in a directory, or another of the usual extensions, with or without `.gz`.
 * @throws InteractionFileError when there is no such file, or more than one
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
    throw new InteractionFileError(`${directory} has ${found.join(' and ')}; keep only one of them.`);
  const [file] = found;
  if (file === undefined)
    throw new InteractionFileError(`${directory} has neither ${name}.txt nor ${name}.txt.gz.`);
  return join(directory, file);
}

export interface Line {
  /** Counts from 1. */
  readonly number: number;
  /** Trimmed, and never empty. */
  readonly text: string;
}

/**
 * Reads the lines of a text file that are not empty, in batches. Detects gzip from the first bytes, not from the name.
 * @throws InteractionFileError that says where and why reading ended; the signal's reason when aborted
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

/** Lines end with LF, CR or both, as in `readline`. A reader cannot leave `readline` before the end of a stream. */
async function* splitLines(input: AsyncIterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<string[]> {
  // It removes a byte order mark.
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    signal?.throwIfAborted();
    const text = rest + decoder.decode(chunk, { stream: true });
    // The next chunk shows whether a CR at the end is half of a line's end.
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
  if (code?.startsWith('Z_')) return `${path} is damaged: its gzip data are invalid ${place} (${message}).`;
  if (code === 'ERR_LINE_TOO_LONG')
    return `${path}, line ${line + 1} is longer than ${longestLine / 2 ** 20} MiB: is this a text file?`;
  if (code === 'EISDIR') return `${path} is a folder, not a file.`;
  if (code === 'EACCES' || code === 'EPERM') return `This account may not read ${path} (${code}).`;
  return `${path} cannot be read ${place} (${code}).`;
}

function quote(text: string): string {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return `“${shown.replaceAll('\t', '⇥').replaceAll(/\p{Cc}/gu, '·')}”`;
}

/** The error for a line that cannot be used. */
export function lineError(path: string, { number, text }: Line, problem: string): InteractionFileError {
  return new InteractionFileError(`${path}, line ${number}: ${problem}, but found ${quote(text)}.`);
}
