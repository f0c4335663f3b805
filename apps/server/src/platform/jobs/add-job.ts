import type { Database, Transaction } from '../postgres/database.ts';
import { sql } from '../postgres/sql.ts';

export interface Job {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A job with the same key that has not started is replaced by this one. */
  readonly key?: string;
  readonly runAt?: Date;
  /** Attempts in all, further and further apart; 25 of them take three days. */
  readonly maxAttempts?: number;
}

/** Queues work. In a transaction it is there when the transaction is, and runs on whichever node is free. */
export async function addJob(db: Database | Transaction, job: Job): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job(${job.name}, payload => ${JSON.stringify(job.payload)}::json,
      job_key => ${job.key ?? null}::text, run_at => ${job.runAt?.toISOString() ?? null}::timestamptz,
      max_attempts => ${job.maxAttempts ?? null}::int)`);
}
