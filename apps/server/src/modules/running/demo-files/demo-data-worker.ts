/** @file Entry of the thread that invents the demo's data. */
import { parentPort, workerData } from 'node:worker_threads';
import type { DemoDataSize } from '@kindred/demo/data';
import { loadDemoData } from './load-demo-data.ts';

const port = parentPort!;
const controller = new AbortController();
port.once('message', () => controller.abort());
try {
  const { generateDemoData } = await loadDemoData();
  const { metaFile, reviewsFile, usersFile } = await generateDemoData({
    ...(workerData as DemoDataSize & { readonly outDir: string }),
    signal: controller.signal,
    onProgress: ({ stage, done, total }) => stage === 'reviews' && port.postMessage({ share: done / total }),
  });
  port.postMessage({ files: { metaFile, reviewsFile, usersFile } });
} catch (error) {
  if (!controller.signal.aborted) throw error;
} finally {
  port.unref();
}
