import { desc, eq, sql } from 'drizzle-orm';
import { type Database, withTransaction } from '../../platform/postgres/database.ts';
import { models } from '../../tables/models.ts';
import type { ModelRecord } from './model.ts';

/** PostgreSQL channel on which nodes hear that another model is active. */
export const modelsChannel = 'kindred_models';

function recordOf(row: typeof models.$inferSelect): ModelRecord {
  const { graphHash: _, ...record } = row;
  return record;
}

export async function insertCandidate(
  db: Database,
  candidate: { modelVersion: string; kind: string; graphHash: string; manifest: Record<string, unknown> },
): Promise<void> {
  await db.insert(models).values(candidate);
}

/** Whether a model was trained on just this, and judged. */
export async function isGraphLearnt(db: Database, graphHash: string): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select from models where graph_hash = ${graphHash} and status <> 'candidate' limit 1`,
  );
  return rows.length > 0;
}

export async function rejectModel(db: Database, modelVersion: string, note: string): Promise<void> {
  await db.update(models).set({ status: 'rejected', note }).where(eq(models.modelVersion, modelVersion));
}

/** Makes a model the one that answers; the one before it retires. Every node is told when it commits. */
export async function activateModel(
  db: Database,
  { modelVersion, promotedBy }: { modelVersion: string; promotedBy: string },
): Promise<void> {
  await withTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('kindred:promote-model'))`);
    await tx.update(models).set({ status: 'retired' }).where(eq(models.status, 'active'));
    await tx
      .update(models)
      .set({ status: 'active', promotedAt: sql`now()`, promotedBy, note: null })
      .where(eq(models.modelVersion, modelVersion));
    await tx.execute(sql`select pg_notify(${modelsChannel}, ${modelVersion})`);
  });
}

export async function findActiveModel(db: Database): Promise<ModelRecord | undefined> {
  const [row] = await db.select().from(models).where(eq(models.status, 'active'));
  return row && recordOf(row);
}

/** The active one first. */
export async function findServingModels(
  db: Database,
): Promise<Array<{ modelVersion: string; status: 'active' | 'shadow' }>> {
  const { rows } = await db.execute<{ model_version: string; status: 'active' | 'shadow' }>(sql`
    select model_version, status from models where status in ('active', 'shadow')
    order by status = 'active' desc, created_at desc`);
  return rows.map(({ model_version, status }) => ({ modelVersion: model_version, status }));
}

/** Every node is told when it commits. */
export async function markShadow(db: Database, modelVersion: string): Promise<void> {
  await withTransaction(db, async (tx) => {
    await tx.execute(sql`
      update models set status = 'shadow', note = null
      where model_version = ${modelVersion} and status <> 'active'`);
    await tx.execute(sql`select pg_notify(${modelsChannel}, ${modelVersion})`);
  });
}

export async function findModel(db: Database, modelVersion: string): Promise<ModelRecord | undefined> {
  const [row] = await db.select().from(models).where(eq(models.modelVersion, modelVersion));
  return row && recordOf(row);
}

export async function listModels(db: Database): Promise<ModelRecord[]> {
  const rows = await db.select().from(models).orderBy(desc(models.createdAt)).limit(100);
  return rows.map(recordOf);
}
