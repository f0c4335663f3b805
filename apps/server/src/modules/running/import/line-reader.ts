/** @file Reads the lines of a file of any size, decompresses `.gz`, and limits the length of each line. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { nameForeignFormat } from './foreign-format.ts';
import { GzipError, gunzip } from './gunzip.ts';
import { DamagedFileError, UnusableFileError } from './source.ts';

export interface LineBlock {
  /** Number of `lines[0]`, from 1. */
  firstLine: number;
  lines: string[];
  /** By index: why a line cannot be used. Null if all can. */
  problems: Map<number, string> | null;
}

const longestLineBytes = 8 * 1024 * 1024;
const [lineFeed, carriageReturn] = [10, 13];

export async function* readLines(options: {
  file: string;
  onBytes?: (bytes: number) => void;
  /** Called with a sentence about skipped bytes. */
  onRemark?: (sentence: string) => void;
  signal?: AbortSignal | undefined;
}): AsyncGenerator<LineBlock> {
  const { file, onBytes, onRemark, signal } = options;
  const stream = createReadStream(file, { highWaterMark: 256 * 1024, ...(signal ? { signal } : {}) });
  const counted = countBytes(stream, onBytes);
  const first = await counted.next();
  if (first.done) return;
  const bytes = startWith(first.value, counted);
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
  yield* splitLines(refuseForeign(isGzip ? decompress(bytes, file, onRemark) : bytes, file), file);
}

async function* refuseForeign(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    const foreign = isFirst ? nameForeignFormat(chunk) : null;
    if (foreign !== null) throw new UnusableFileError(`${file} ${foreign}`);
    isFirst = false;
    yield chunk;
  }
}

async function* countBytes(stream: AsyncIterable<Buffer>, onBytes?: (bytes: number) => void) {
  for await (const chunk of stream) {
    onBytes?.(chunk.length);
    yield chunk;
  }
}

async function* startWith(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

async function* decompress(
  chunks: AsyncIterable<Buffer>,
  file: string,
  onRemark?: (sentence: string) => void,
): AsyncGenerator<Buffer> {
  let decompressed = 0;
  try {
    const pieces = gunzip(chunks, (count) =>
      onRemark?.(`${file} has ${count} bytes after the end of the compressed data; they were skipped.`),
    );
    for await (const piece of pieces) {
      decompressed += piece.length;
      yield piece;
    }
  } catch (error) {
    if (!(error instanceof GzipError)) throw error;
    throw new DamagedFileError(
      `${file} is cut off or damaged after ${decompressed} decompressed bytes (${error.message}): ` +
        'everything before that was read; fetch the file again and import it again.',
    );
  }
}

/** A line feed, or the carriage return of old Macs if the first piece has no line feed. */
function lineEndOf(piece: Buffer): number {
  const at = piece.includes(lineFeed) ? -1 : piece.indexOf(carriageReturn);
  // At the end of the piece, it may be half of a Windows line end.
  return at < 0 || at === piece.length - 1 ? lineFeed : carriageReturn;
}

async function* splitLines(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<LineBlock> {
  let nextLine = 1;
  let unfinished: Buffer[] = [];
  let unfinishedBytes = 0;
  let isSkipping = false;
  let newline: number | undefined;
  const take = (bytes: Buffer): LineBlock => {
    const block = decodeLines(bytes, nextLine, newline);
    nextLine += block.lines.length;
    return block;
  };
  const tooLong = (): LineBlock => ({
    firstLine: nextLine++,
    lines: [Buffer.concat(unfinished).toString('latin1', 0, 1000)],
    problems: new Map([[0, `the line is longer than ${longestLineBytes / 1024 / 1024} MiB`]]),
  });
  try {
    for await (const chunk of chunks) {
      newline ??= lineEndOf(chunk);
      let start = 0;
      if (isSkipping) {
        const end = chunk.indexOf(newline);
        if (end < 0) continue;
        isSkipping = false;
        start = end + 1;
      }
      const end = chunk.lastIndexOf(newline);
      if (end >= start) {
        yield take(Buffer.concat([...unfinished, chunk.subarray(start, end)]));
        unfinished = [];
        unfinishedBytes = 0;
        start = end + 1;
      }
      if (start < chunk.length) {
        unfinished.push(chunk.subarray(start));
        unfinishedBytes += chunk.length - start;
      }
      if (unfinishedBytes > longestLineBytes) {
        yield tooLong();
        unfinished = [];
        unfinishedBytes = 0;
        isSkipping = true;
      }
    }
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error;
    // The detection of the layout gets an empty block first; the next read throws.
    if (nextLine === 1) yield { firstLine: 1, lines: [], problems: null };
    // The line that the damage cut in two is not a row.
    throw new DamagedFileError(`${error.message} The last whole line is ${nextLine - 1}.`, { cause: file });
  }
  if (unfinishedBytes > 0) yield take(Buffer.concat(unfinished));
}

/** `bytes` contains whole lines, the last one without its line end. */
function decodeLines(bytes: Buffer, firstLine: number, newline = lineFeed): LineBlock {
  const start = firstLine === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const body = bytes.subarray(start);
  if (isUtf8(body))
    return { firstLine, lines: body.toString('utf8').split(String.fromCharCode(newline)), problems: null };
  const lines: string[] = [];
  const problems = new Map<number, string>();
  for (let from = 0; from <= body.length; ) {
    const found = body.indexOf(newline, from);
    const end = found < 0 ? body.length : found;
    const line = body.subarray(from, end);
    if (!isUtf8(line)) problems.set(lines.length, 'the line is not valid UTF-8');
    lines.push(line.toString('utf8'));
    from = end + 1;
  }
  return { firstLine, lines, problems };
}
