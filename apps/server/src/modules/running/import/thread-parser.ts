import { Worker } from 'node:worker_threads';
import { threadEnvironment } from '../../../platform/thread-environment.ts';
import type { ImportBatch } from './batch.ts';
import type { OpenedFile, ParseEnd, ParseOrder } from './parse-rows.ts';
import type { ParseMessage, ParseRequest } from './parse-worker.ts';
import type { ParsedFile, ParseOptions, Parser } from './parser.ts';
import { UnusableFileError } from './source.ts';

/** Parses in one thread for all files of an import. */
export function createThreadParser(): Parser {
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    execArgv: [],
    env: threadEnvironment(),
  });
  let failure: unknown;
  let wake = (): void => undefined;
  const stop = (error: unknown): void => {
    failure ??= error;
    wake();
  };
  worker.on('error', stop);
  worker.on('exit', () => stop(new Error('The thread that reads files ended unexpectedly.')));
  const tell = (request: ParseRequest): void => worker.postMessage(request);

  return {
    parse<Facts>(order: ParseOrder, { onProgress, signal }: ParseOptions): ParsedFile<Facts> {
      let opened: OpenedFile | undefined;
      let end: ParseEnd | undefined;
      let refusal: UnusableFileError | undefined;
      return { batches: read(), opened: () => opened!, end: () => end! };

      async function* read(): AsyncGenerator<ImportBatch<Facts>> {
        signal?.throwIfAborted();
        const ready: ImportBatch<Facts>[] = [];
        const onAbort = () => stop(signal!.reason);
        const onMessage = (message: ParseMessage): void => {
          switch (message.type) {
            case 'progress':
              onProgress(message.bytes, message.rows);
              break;
            case 'opened':
              opened = message.opened;
              break;
            case 'batch':
              ready.push(message.batch as ImportBatch<Facts>);
              break;
            case 'failed':
              // The thread can read the next file.
              if (message.isUnusable) refusal = new UnusableFileError(message.error.message);
              else failure ??= message.error;
              break;
            case 'end':
              end = message.end;
              break;
            default:
              message satisfies never;
          }
          wake();
        };
        signal?.addEventListener('abort', onAbort);
        worker.on('message', onMessage);
        tell(order);
        try {
          for (;;) {
            if (failure !== undefined) throw failure;
            const batch = ready.shift();
            if (batch !== undefined) {
              tell('taken');
              yield batch;
            } else if (refusal !== undefined) throw refusal;
            else if (end !== undefined) return;
            else await new Promise<void>((resolve) => (wake = resolve));
          }
        } finally {
          signal?.removeEventListener('abort', onAbort);
          worker.off('message', onMessage);
        }
      }
    },
    async close() {
      await worker.terminate();
    },
  };
}
