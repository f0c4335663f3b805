/**
 * @file Decompresses gzip data piece by piece: all members, but not the bytes after the last one. zlib's own reader of whole files loses
 * the data that it has just decompressed if other bytes follow.
 */
import { crc32, createInflateRaw } from 'node:zlib';

/** The message says how the archive is damaged. */
export class GzipError extends Error {
  override name = 'GzipError';
}

const cutOff = 'unexpected end of file';
const [hasCrc, hasExtra, hasName, hasComment] = [0x02, 0x04, 0x08, 0x10];

/** Calls `onTrailing` with the number of bytes after the last member, except padding. Throws `GzipError` after all intact data. */
export async function* gunzip(
  chunks: AsyncIterable<Buffer>,
  onTrailing: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const bytes = new ByteQueue(chunks);
  for (let members = 0; ; members++) {
    const start = await bytes.peek(2);
    if (start[0] !== 0x1f || start[1] !== 0x8b) {
      if (members === 0) throw new GzipError('incorrect header check');
      const trailing = await countTrailing(bytes);
      if (trailing > 0) onTrailing(trailing);
      return;
    }
    await skipHeader(bytes);
    let [sum, length] = [0, 0];
    for await (const piece of inflate(bytes)) {
      sum = crc32(piece, sum);
      length += piece.length;
      yield piece;
    }
    const trailer = await bytes.read(8);
    if (trailer.readUInt32LE(0) !== sum) throw new GzipError('incorrect data check');
    if (trailer.readUInt32LE(4) !== length % 2 ** 32) throw new GzipError('incorrect length check');
  }
}

/** RFC 1952, section 2.3. */
async function skipHeader(bytes: ByteQueue): Promise<void> {
  const header = await bytes.read(10);
  if (header[2] !== 8) throw new GzipError('unknown compression method');
  const flags = header[3]!;
  if (flags & hasExtra) await bytes.read((await bytes.read(2)).readUInt16LE());
  for (const flag of [hasName, hasComment]) {
    if (flags & flag) while ((await bytes.read(1))[0] !== 0);
  }
  if (flags & hasCrc) await bytes.read(2);
}

/**
 * Yields the data of one member. It delivers each piece before it writes the next, so that no piece is lost if the archive turns out to
 * be damaged. The next piece is decompressed while the reader works on this one.
 */
async function* inflate(bytes: ByteQueue): AsyncGenerator<Buffer> {
  const engine = createInflateRaw({ chunkSize: 256 * 1024 });
  let ready: Buffer[] = [];
  let failure: Error | null = null;
  let isOver = false;
  engine.on('data', (piece: Buffer) => ready.push(piece));
  engine.on('error', (error) => {
    failure = error;
  });
  const over = new Promise<void>((resolve) => {
    for (const event of ['end', 'close']) engine.once(event, () => resolve());
  }).then(() => {
    isOver = true;
  });
  const take = () => {
    const taken = ready;
    ready = [];
    return taken;
  };
  let written = 0;
  let last: Buffer = Buffer.alloc(0);
  let pending: Promise<void> = Promise.resolve();
  try {
    for (;;) {
      const chunk = await bytes.next();
      await pending;
      if (isOver) {
        if (chunk !== null) bytes.putBack(chunk);
        break;
      }
      if (chunk === null) {
        engine.end();
        await over;
        break;
      }
      const taken = take();
      last = chunk;
      written += chunk.length;
      pending = Promise.race([new Promise<void>((resolve) => engine.write(chunk, () => resolve())), over]);
      yield* taken;
    }
    yield* take();
    if (failure !== null) throw new GzipError((failure as Error).message);
    const unused = written - engine.bytesWritten;
    if (unused > 0) bytes.putBack(last.subarray(last.length - unused));
  } finally {
    engine.destroy();
  }
}

/** Counts the trailing bytes, except the padding of zeros that tapes and block devices leave. */
async function countTrailing(bytes: ByteQueue): Promise<number> {
  let count = 0;
  let isPadding = true;
  for (let chunk = await bytes.next(); chunk !== null; chunk = await bytes.next()) {
    count += chunk.length;
    isPadding &&= chunk.every((byte) => byte === 0);
  }
  return isPadding ? 0 : count;
}

class ByteQueue {
  readonly #chunks: AsyncIterator<Buffer>;
  #front: Buffer[] = [];

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Returns null at the end. */
  async next(): Promise<Buffer | null> {
    const front = this.#front.pop();
    if (front !== undefined) return front;
    const { done, value } = await this.#chunks.next();
    return done ? null : value;
  }

  putBack(chunk: Buffer): void {
    if (chunk.length > 0) this.#front.push(chunk);
  }

  /** Returns fewer bytes at the end. */
  async peek(count: number): Promise<Buffer> {
    const taken: Buffer[] = [];
    let length = 0;
    while (length < count) {
      const chunk = await this.next();
      if (chunk === null) break;
      taken.push(chunk);
      length += chunk.length;
    }
    const all = taken.length === 1 ? taken[0]! : Buffer.concat(taken);
    this.putBack(all);
    return all.subarray(0, count);
  }

  async read(count: number): Promise<Buffer> {
    const found = await this.peek(count);
    if (found.length < count) throw new GzipError(cutOff);
    const chunk = this.#front.pop() ?? Buffer.alloc(0);
    this.putBack(chunk.subarray(count));
    return found;
  }
}
