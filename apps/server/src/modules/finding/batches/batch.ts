import { join } from 'node:path';
import type { RecommendationBatch } from '@kindred/contracts';
import { problemsOf } from '../../../platform/http/problem.ts';

/** A job that writes the shelves of many people into one file. */
export interface Batch {
  readonly batchId: string;
  readonly status: RecommendationBatch['status'];
  readonly limit: number;
  readonly people: number;
  readonly peopleDone: number;
  readonly shelves: number;
  readonly items: number;
  /** Of all people, the last one that is done. */
  readonly lastUserId: string | null;
  readonly modelVersion: string | null;
  readonly fileBytes: number;
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export const batchProblem = problemsOf({
  'batch-not-found': { status: 404, title: 'The batch does not exist' },
  'batch-not-finished': { status: 409, title: 'The file is not complete yet' },
  'batch-failed': { status: 409, title: 'The batch failed, so it has no file' },
  'batch-file-gone': { status: 410, title: 'The file of the batch was removed' },
  'too-many-batches': { status: 409, title: 'Too many batches are waiting' },
});

export const batchJob = 'make-recommendation-batch';
/** The most batches that wait or run at the same time. */
export const mostWaiting = 10;
/** How long a file is kept. */
export const keptDays = 7;

/** The folder that the nodes of a shop share. */
export const batchFolder = (dataDir: string): string => join(dataDir, 'batches');
export const batchFile = (dataDir: string, batchId: string): string =>
  join(batchFolder(dataDir), `${batchId}.jsonl.gz`);
