import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DemoDataSize } from '@kindred/demo/data';
import { threadEnvironment } from '../../../platform/thread-environment.ts';
import { demoSize } from './demo-size.ts';
import { loadDemoData } from './load-demo-data.ts';

export interface DemoFiles {
  readonly metaFile: string;
  readonly reviewsFile: string;
  readonly usersFile: string;
}

export interface DemoFilesInMaking {
  readonly made: Promise<DemoFiles>;
  /** From 0 to 1. */
  readonly share: number;
  onShare: (share: number) => void;
  /** Rejects `made` with the reason unless the files are made. Resolves when the thread has ended. */
  stop(reason: unknown): Promise<void>;
}

type Message = { readonly share: number } | { readonly files: DemoFiles };

/**
 * Invents the demo's data in a thread. The files are made outside the folder `demo`, which marks a shop that has been filled with the demo.
 * @throws DemoMissingError
 */
export async function makeDemoFiles(
  dataDir: string,
  size: DemoDataSize = demoSize,
): Promise<DemoFilesInMaking> {
  await loadDemoData(); // Throws here if the demo is missing.
  const outDir = join(dataDir, 'demo-in-making');
  const worker = new Worker(new URL('./demo-data-worker.ts', import.meta.url), {
    workerData: { ...size, outDir },
    execArgv: [],
    env: threadEnvironment(),
  });
  const { promise: made, resolve, reject } = Promise.withResolvers<DemoFiles>();
  made.catch(() => undefined); // Whoever needs the files awaits them.
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let share = 0;
  const making: DemoFilesInMaking = {
    made,
    get share() {
      return share;
    },
    onShare: () => undefined,
    async stop(reason) {
      reject(reason);
      worker.postMessage('stop');
      await ended;
    },
  };
  worker.on('message', (message: Message) => {
    if ('files' in message) resolve(message.files);
    else {
      share = message.share;
      making.onShare(share);
    }
  });
  worker.on('error', reject);
  worker.on('exit', () =>
    reject(new Error('The thread that invents the demo ended before the demo was done.')),
  );
  return making;
}

/**
 * Begins to invent the demo before there is a database, if this is the first start in a data folder. Undefined: it is not.
 * @throws DemoMissingError
 */
export async function makeDemoFilesEarly({
  demo,
  databaseUrl,
  dataDir,
}: {
  readonly demo: boolean;
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
}): Promise<DemoFilesInMaking | undefined> {
  const isFirstStart = databaseUrl === undefined && !existsSync(join(dataDir, 'postgres'));
  return demo && isFirstStart ? makeDemoFiles(dataDir) : undefined;
}
