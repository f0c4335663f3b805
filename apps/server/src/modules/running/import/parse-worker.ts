/** @file A thread that reads one file after another into batches, one batch ahead of the database. */
import { parentPort } from 'node:worker_threads';
import type { ImportBatch } from './batch.ts';
import { type OpenedFile, type ParseEnd, type ParseOrder, parseRows } from './parse-rows.ts';
import { UnusableFileError } from './source.ts';

/** `taken`: the receiver has taken the last batch. */
export type ParseRequest = ParseOrder | 'taken';

export type ParseMessage =
  | { type: 'opened'; opened: OpenedFile }
  | { type: 'progress'; bytes: number; rows: number }
  | { type: 'batch'; batch: ImportBatch<unknown> }
  | { type: 'end'; end: ParseEnd }
  /** An error loses its class between threads. */
  | { type: 'failed'; error: Error; isUnusable: boolean };

const port = parentPort!;
const post = (message: ParseMessage, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer);

let onTaken = (): void => undefined;

async function parse(order: ParseOrder): Promise<void> {
  const batches = parseRows(order, {
    onOpened: (opened) => post({ type: 'opened', opened }),
    onProgress: (bytes, rows) => post({ type: 'progress', bytes, rows }),
  });
  try {
    for (;;) {
      const { done, value } = await batches.next();
      if (done) return post({ type: 'end', end: value });
      const taken = new Promise<void>((resolve) => (onTaken = resolve));
      post(
        { type: 'batch', batch: value },
        value.copy.map(({ buffer }) => buffer),
      );
      await taken;
    }
  } catch (error) {
    post({ type: 'failed', error: error as Error, isUnusable: error instanceof UnusableFileError });
  }
}

port.on('message', (request: ParseRequest) => {
  if (request === 'taken') onTaken();
  else void parse(request);
});
