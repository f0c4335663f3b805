/** @file A thread that reads one file and makes batches of it, one ahead of the database. */
import { parentPort, workerData } from 'node:worker_threads';
import { BatchBuilder, type ImportBatch } from './batch.ts';
import { openSource } from './open-source.ts';
import { productFormat } from './product-format.ts';
import { reviewFormat } from './review-format.ts';
import type { RowFormat } from './row-format.ts';
import { DamagedFileError, type Source, UnusableFileError } from './source.ts';

export type ParseFormat = { kind: 'reviews'; now: number } | { kind: 'meta'; currency: string };

export interface ParseOrder {
  file: string;
  /** Lines that an earlier run has dealt with. */
  after: number;
  batchRows: number;
  format: ParseFormat;
}

export type ParseMessage =
  | { type: 'opened'; layout: Source['layout'] }
  | { type: 'progress'; bytes: number; rows: number }
  | { type: 'batch'; batch: ImportBatch<unknown> }
  /** `damage`: why the file could not be read to its end. */
  | { type: 'end'; damage: string | null }
  /** An error loses its class on the way. */
  | { type: 'failed'; error: Error; isUnusable: boolean };

const mostCharactersInBatch = 16 * 1024 * 1024;
const progressEveryMs = 50;

const port = parentPort!;
const order = workerData as ParseOrder;
const post = (message: ParseMessage, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer);

/** Every message from the other side takes one of the batches off our hands. */
let ahead = 0;
let onTaken = (): void => undefined;
port.on('message', () => {
  ahead--;
  onTaken();
});

async function send(batch: ImportBatch<unknown>): Promise<void> {
  post(
    { type: 'batch', batch },
    batch.copy.map(({ buffer }) => buffer),
  );
  ahead++;
  while (ahead > 0) await new Promise<void>((resolve) => (onTaken = resolve));
}

const meter = { bytes: 0, rows: 0, reportedAt: 0 };
function report(bytes: number, rows: number, isLast = false): void {
  meter.bytes += bytes;
  meter.rows += rows;
  const now = performance.now();
  if (!isLast && now - meter.reportedAt < progressEveryMs) return;
  post({ type: 'progress', bytes: meter.bytes, rows: meter.rows });
  Object.assign(meter, { bytes: 0, rows: 0, reportedAt: now });
}

async function parse<Row, Facts>(format: RowFormat<Row, Facts>): Promise<string | null> {
  const { file, after, batchRows } = order;
  const source = await openSource({
    file,
    kind: format.sourceKind,
    after,
    onBytes: (bytes) => report(bytes, 0),
  });
  post({ type: 'opened', layout: source.layout });
  let builder = new BatchBuilder(format, after);
  let isFirst = after === 0;
  let sent = 0;
  let lastLine = after;
  const flush = async () => {
    const batch = builder.finish();
    lastLine = batch.lastLine;
    builder = new BatchBuilder(format, lastLine);
    sent++;
    await send(batch);
  };
  let damage: string | null = null;
  try {
    for await (const rows of source.rows) {
      for (const row of rows) {
        if (isFirst && 'record' in row) {
          isFirst = false;
          const refusal = format.refuse(row.record);
          if (refusal !== null) throw new UnusableFileError(`${file} ${refusal}`);
        }
        builder.add(row);
        if (builder.read >= batchRows || builder.characters >= mostCharactersInBatch) await flush();
      }
      report(0, rows.length);
    }
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error;
    damage = error.message;
  }
  // A file without rows is done, too.
  if (builder.read > 0 || sent === 0) await flush();
  report(0, 0, true);
  return damage;
}

try {
  const { format } = order;
  const damage =
    format.kind === 'reviews' ? await parse(reviewFormat(format)) : await parse(productFormat(format));
  post({ type: 'end', damage });
} catch (error) {
  post({ type: 'failed', error: error as Error, isUnusable: error instanceof UnusableFileError });
}
port.unref();
