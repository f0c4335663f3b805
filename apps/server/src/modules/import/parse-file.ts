import { Worker } from 'node:worker_threads';
import type { ImportBatch } from './batch.ts';
import type { ParseMessage, ParseOrder } from './parse-worker.ts';
import { type Source, UnusableFileError } from './source.ts';

export interface ParsedFile<Facts> {
  /** To be taken to the end, one after another: the next is parsed meanwhile. */
  batches: AsyncIterable<ImportBatch<Facts>>;
  /** After the first batch. */
  layout(): Source['layout'];
  /** After the last batch: why the file could not be read to its end; what stood before that was delivered. */
  damage(): string | null;
}

/** Reads a file in a thread of its own. */
export function parseFile<Facts>(
  order: ParseOrder,
  {
    onProgress,
    signal,
  }: { onProgress: (bytes: number, rows: number) => void; signal: AbortSignal | undefined },
): ParsedFile<Facts> {
  let layout: Source['layout'] | undefined;
  let damage: string | null = null;
  return { batches: read(), layout: () => layout!, damage: () => damage };

  async function* read(): AsyncGenerator<ImportBatch<Facts>> {
    signal?.throwIfAborted();
    const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
      workerData: order,
      execArgv: [],
    });
    const ready: ImportBatch<Facts>[] = [];
    let isDone = false;
    let failure: unknown;
    let wake = (): void => undefined;
    const stop = (error: unknown): void => {
      failure ??= error;
      wake();
    };
    const onAbort = () => stop(signal!.reason);
    signal?.addEventListener('abort', onAbort);
    worker.on('error', stop);
    worker.on('exit', () => {
      if (!isDone) stop(new Error(`the thread that read ${order.file} ended before the file did`));
    });
    worker.on('message', (message: ParseMessage) => {
      if (message.type === 'progress') return onProgress(message.bytes, message.rows);
      if (message.type === 'opened') layout = message.layout;
      else if (message.type === 'batch') ready.push(message.batch as ImportBatch<Facts>);
      else if (message.type === 'failed')
        stop(message.isUnusable ? new UnusableFileError(message.error.message) : message.error);
      else {
        damage = message.damage;
        isDone = true;
      }
      wake();
    });
    try {
      for (;;) {
        if (failure !== undefined) throw failure;
        const batch = ready.shift();
        if (batch !== undefined) {
          worker.postMessage('taken');
          yield batch;
        } else if (isDone) return;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      isDone = true;
      signal?.removeEventListener('abort', onAbort);
      await worker.terminate();
    }
  }
}
