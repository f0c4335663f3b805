import type { RecommendationBatch } from '@kindred/contracts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { type Batch, batchJob, keptDays, mostWaiting } from './batch.ts';

interface BatchRow {
  batch_id: string;
  status: RecommendationBatch['status'];
  item_limit: number;
  people: number;
  people_done: number;
  shelves: number;
  items: string;
  last_user_id: string | null;
  model_version: string | null;
  file_bytes: string;
  failure: string | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
}

const columns = sql`batch_id, status, item_limit, people, people_done, shelves, items, last_user_id, model_version, file_bytes, failure,
  created_at, started_at, finished_at`;
const timeOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const batchOf = (row: BatchRow): Batch => ({
  batchId: row.batch_id,
  status: row.status,
  limit: row.item_limit,
  people: row.people,
  peopleDone: row.people_done,
  shelves: row.shelves,
  items: Number(row.items),
  lastUserId: row.last_user_id,
  modelVersion: row.model_version,
  fileBytes: Number(row.file_bytes),
  failure: row.failure,
  createdAt: new Date(row.created_at),
  startedAt: timeOf(row.started_at),
  finishedAt: timeOf(row.finished_at),
});

/** Orders a batch, and queues its job. Returns undefined if too many wait already. */
export function insertBatch(
  db: Database,
  { userIds, limit }: { userIds: readonly string[] | undefined; limit: number },
): Promise<Batch | undefined> {
  return withTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('kindred:recommendation-batches'))`);
    const { rows } = await tx.execute<BatchRow>(sql`
      insert into recommendation_batches (item_limit, user_ids, people)
      select ${limit}, ${userIds ?? null}::text[],
        coalesce(cardinality(${userIds ?? null}::text[]), (select count(*) from users where erased_at is null))
      where (select count(*) from recommendation_batches where status in ('queued', 'running')) < ${mostWaiting}
      returning ${columns}`);
    const [batch] = rows.map(batchOf);
    // A running batch keeps a connection for its lock: several at once would leave shoppers none.
    if (batch) await addJob(tx, { name: batchJob, queue: batchJob, payload: { batch_id: batch.batchId } });
    return batch;
  });
}

export async function findBatch(db: Database, batchId: string): Promise<Batch | undefined> {
  const { rows } = await db.execute<BatchRow>(
    sql`select ${columns} from recommendation_batches where batch_id = ${batchId}::uuid`,
  );
  return rows.map(batchOf)[0];
}

/** Returns the next people of the batch: those who exist, and how many of a list were looked at. */
export async function findPeople(
  db: Database,
  { batchId, peopleDone, lastUserId }: Pick<Batch, 'batchId' | 'peopleDone' | 'lastUserId'>,
  most: number,
): Promise<{ userIds: string[]; lookedAt: number }> {
  const { rows } = await db.execute<{ is_list: boolean; listed: number; user_ids: string[] }>(sql`
    with batch as (
      select user_ids is not null as is_list, user_ids[${peopleDone + 1}::int : ${peopleDone + most}::int] as part
      from recommendation_batches where batch_id = ${batchId}::uuid
    )
    select is_list, coalesce(cardinality(part), 0) as listed, case
      when is_list then array(
        select user_id from users where user_id = any(part) and erased_at is null order by array_position(part, user_id))
      else array(
        select user_id from users where user_id > ${lastUserId ?? ''} and erased_at is null order by user_id limit ${most})
      end as user_ids
    from batch`);
  const [{ is_list, listed, user_ids }] = rows;
  return { userIds: user_ids, lookedAt: is_list ? listed : user_ids.length };
}

/** Returns the next of all people, in the order of their ids. */
export async function findAllPeople(
  db: Database,
  { after, most }: { after: string; most: number },
): Promise<string[]> {
  const { rows } = await db.execute<{ user_id: string }>(sql`
    select user_id from users where user_id > ${after} and erased_at is null order by user_id limit ${most}`);
  return rows.map(({ user_id }) => user_id);
}

/** Begins a batch, or begins it again with another model. */
export async function beginBatch(
  db: Database,
  { batchId, modelVersion }: { batchId: string; modelVersion: string | null },
): Promise<void> {
  await db.execute(sql`
    update recommendation_batches set status = 'running', started_at = now(), model_version = ${modelVersion},
      people_done = 0, shelves = 0, items = 0, file_bytes = 0, last_user_id = null
    where batch_id = ${batchId}::uuid`);
}

export async function noteProgress(
  db: Database,
  { batchId, peopleDone, shelves, items, lastUserId, fileBytes }: Batch,
): Promise<void> {
  await db.execute(sql`
    update recommendation_batches set people_done = ${peopleDone}, shelves = ${shelves}, items = ${items}, last_user_id = ${lastUserId},
      file_bytes = ${fileBytes}
    where batch_id = ${batchId}::uuid`);
}

/** Its list of people is not needed any more. */
export async function endBatch(
  db: Database,
  { batchId, status, failure }: { batchId: string; status: 'done' | 'failed'; failure: string | null },
): Promise<void> {
  await db.execute(sql`
    update recommendation_batches set status = ${status}::batch_status, failure = ${failure}, finished_at = now(), user_ids = null,
      people = case when ${status} = 'done' then people_done else people end
    where batch_id = ${batchId}::uuid`);
}

/** Forgets old batches. Their files are removed by their age. */
export async function expireBatches(db: Database): Promise<void> {
  await db.execute(sql`
    update recommendation_batches set status = 'expired'
    where finished_at < now() - make_interval(days => ${keptDays}) and status <> 'expired'`);
  await db.execute(
    sql`delete from recommendation_batches where created_at < now() - make_interval(days => ${keptDays * 12})`,
  );
}
