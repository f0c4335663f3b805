import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import { batchFolder, batchJob, keptDays } from './batch.ts';
import { endBatch, expireBatches } from './batch-repository.ts';
import { BatchBusyError, type RunBatchDependencies, runBatch } from './run-batch.ts';

const sweep = 'sweep-recommendation-batches';

export const batchSchedules: readonly JobSchedule[] = [{ name: sweep, cron: '47 3 * * *' }];

export function batchJobs(
  dependencies: RunBatchDependencies & { readonly logger: FastifyBaseLogger },
): Readonly<Record<string, JobHandler>> {
  const { db, dataDir, logger } = dependencies;
  return {
    async [batchJob](payload, { isLast }) {
      const { batch_id: batchId } = payload as { batch_id: string };
      try {
        await runBatch(dependencies, batchId);
      } catch (error) {
        if (isLast && !(error instanceof BatchBusyError)) {
          logger.error({ err: error, batchId }, 'a batch of recommendations failed');
          await endBatch(db, { batchId, status: 'failed', failure: 'The job failed; see the log.' });
        }
        throw error;
      }
    },
    async [sweep]() {
      await expireBatches(db);
      await removeOldFiles(batchFolder(dataDir), Date.now());
    },
  };
}

export async function removeOldFiles(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const file = await stat(path).catch(() => undefined);
    if (name.endsWith('.jsonl.gz') && file && file.mtimeMs < now - keptDays * 86_400_000) await rm(path);
  }
}
