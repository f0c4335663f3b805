import type { Database, Transaction } from '../postgres/database.ts';
import { sql } from '../postgres/sql.ts';

export interface Job {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Replaces a job with the same key that has not started. */
  readonly key?: string;
  /** Jobs of a queue run one after the other, on all nodes together. */
  readonly queue?: string;
  readonly runAt?: Date;
  /** The total number of attempts, at growing intervals; 25 of them take three days. */
  readonly maxAttempts?: number;
}

/** Queues a job, which runs on any free node. In a transaction, the job is queued only if the transaction commits. */
export async function addJob(db: Database | Transaction, job: Job): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job(${job.name}, payload => ${JSON.stringify(job.payload)}::json,
      job_key => ${job.key ?? null}::text, queue_name => ${job.queue ?? null}::text, run_at => ${job.runAt?.toISOString() ?? null}::timestamptz,
      max_attempts => ${job.maxAttempts ?? null}::int)`);
}
