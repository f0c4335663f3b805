/** @file Queued jobs in a form that does not depend on the tables of the job queue, which change with its versions. */
import type { Connection } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

/** The job that makes backups. It is left out of the backup that it makes, because it would run again after a restore. */
export const backupJobName = 'make-backup';

const columns = 'name, payload, queue, run_at, attempts, max_attempts, key, priority, flags';

/** A job that is running during the copy is waiting in the copy, because jobs may run twice. */
export const copyJobsOutSql = `copy (
  select t.identifier, j.payload, q.queue_name, j.run_at, j.attempts, j.max_attempts, j.key, j.priority,
    (select array_agg(flag order by flag) from jsonb_object_keys(j.flags) flag)
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  where t.identifier <> '${backupJobName}' order by j.id) to stdout`;

export const copyJobsInSql = `copy restored_jobs (${columns}) from stdin`;

export async function makeRoomForJobs(connection: Connection): Promise<void> {
  await connection.execute(sql`
     create temporary table restored_jobs (
    position bigint generated always as identity, name text, payload json, queue text, run_at timestamptz,
    attempts int, max_attempts int, key text, priority int, flags text[]) on commit drop`);
}

/** Replaces the content of the queue with the copied jobs. */
export async function replaceJobs(connection: Connection): Promise<void> {
  await connection.execute(sql`delete from graphile_worker._private_jobs`);
  await connection.execute(sql`delete from graphile_worker._private_job_queues`);
  await connection.execute(sql`
     create temporary table queued_jobs on commit drop as
    select (graphile_worker.add_job(name, payload => payload, queue_name => queue, run_at => run_at,
      max_attempts => max_attempts, job_key => key, priority => priority, flags => flags)).id, attempts
    from (select * from restored_jobs order by position) job`);
  await connection.execute(sql`
     select graphile_worker.reschedule_jobs(array[id], attempts => attempts)
    from queued_jobs where attempts > 0`);
}
