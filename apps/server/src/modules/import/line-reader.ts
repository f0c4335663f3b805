/** @file Lines of a file of any size, `.gz` decompressed on the way, with a limit on the length of each. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { DamagedFileError } from './source.ts';

export interface LineBlock {
  /** Number of `lines[0]`, from 1. */
  firstLine: number;
  lines: string[];
  /** By index: why a line cannot be used. Null: all can. */
  problems: Map<number, string> | null;
}

const longestLineBytes = 8 * 1024 * 1024;
const newline = 10;

export async function* readLines(options: {
  file: string;
  onBytes?: (bytes: number) => void;
  signal?: AbortSignal | undefined;
}): AsyncGenerator<LineBlock> {
  const { file, onBytes, signal } = options;
  const stream = createReadStream(file, { highWaterMark: 256 * 1024, ...(signal ? { signal } : {}) });
  const counted = countBytes(stream, onBytes);
  const first = await counted.next();
  if (first.done) return;
  const bytes = startWith(first.value, counted);
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
  yield* splitLines(isGzip ? decompress(bytes, file) : bytes, file);
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

/**
 * A pipe would drop what it still buffers when the archive turns out to be cut off. Here each piece is decompressed and
 * delivered before the next one is written; the next one is decompressed while the reader works on this one.
 */
async function* decompress(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  let ready: Buffer[] = [];
  let failure: Error | null = null;
  const closed = new Promise<void>((resolve) => gunzip.once('close', resolve));
  gunzip.on('data', (chunk: Buffer) => ready.push(chunk));
  gunzip.on('error', (error) => {
    failure = error;
  });
  const write = (chunk: Buffer) =>
    Promise.race([new Promise<void>((resolve) => gunzip.write(chunk, () => resolve())), closed]);
  const take = () => {
    const taken = ready;
    ready = [];
    return taken;
  };
  let decompressed = 0;
  try {
    let pending: Promise<void> = Promise.resolve();
    for await (const chunk of chunks) {
      await pending;
      if (failure !== null) break;
      const taken = take();
      pending = write(chunk);
      for (const piece of taken) {
        decompressed += piece.length;
        yield piece;
      }
    }
    await pending;
    if (failure === null) {
      gunzip.end();
      await closed;
    }
    for (const piece of take()) {
      decompressed += piece.length;
      yield piece;
    }
  } finally {
    gunzip.destroy();
  }
  if (failure !== null) {
    throw new DamagedFileError(
      `${file} is cut off or damaged after ${decompressed} decompressed bytes (${(failure as Error).message}): ` +
        'everything before that was read; fetch the file again and import it again.',
    );
  }
}

async function* splitLines(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<LineBlock> {
  let nextLine = 1;
  let unfinished: Buffer[] = [];
  let unfinishedBytes = 0;
  let isSkipping = false;
  const take = (bytes: Buffer): LineBlock => {
    const block = decodeLines(bytes, nextLine);
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
    // Whoever looks at the first lines for the layout finds none; the damage comes with the next.
    if (nextLine === 1) yield { firstLine: 1, lines: [], problems: null };
    // The line that the damage cut in two is nobody's row.
    throw new DamagedFileError(`${error.message} The last whole line is ${nextLine - 1}.`, { cause: file });
  }
  if (unfinishedBytes > 0) yield take(Buffer.concat(unfinished));
}

/** `bytes` holds whole lines, the last one without its end. */
function decodeLines(bytes: Buffer, firstLine: number): LineBlock {
  const start = firstLine === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const body = bytes.subarray(start);
  if (isUtf8(body)) return { firstLine, lines: body.toString('utf8').split('\n'), problems: null };
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
