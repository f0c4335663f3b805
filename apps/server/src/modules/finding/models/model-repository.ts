import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { ModelRecord, ModelStatus } from './model.ts';

/** The PostgreSQL channel that notifies nodes of another active model. */
export const modelsChannel = 'kindred_models';

interface ModelRow {
  model_version: string;
  kind: string;
  status: ModelStatus;
  manifest: Record<string, unknown>;
  created_at: string;
  promoted_at: string | null;
  promoted_by: string | null;
  note: string | null;
}

const columns = sql`model_version, kind, status, manifest, created_at, promoted_at, promoted_by, note`;

function recordOf(row: ModelRow): ModelRecord {
  return {
    modelVersion: row.model_version,
    kind: row.kind,
    status: row.status,
    manifest: row.manifest,
    createdAt: new Date(row.created_at),
    promotedAt: row.promoted_at === null ? null : new Date(row.promoted_at),
    promotedBy: row.promoted_by,
    note: row.note,
  };
}

export async function insertCandidate(
  db: Database,
  candidate: { modelVersion: string; kind: string; graphHash: string; manifest: Record<string, unknown> },
): Promise<void> {
  await db.execute(sql`
    insert into models (model_version, kind, graph_hash, manifest)
    values (${candidate.modelVersion}, ${candidate.kind}, ${candidate.graphHash}, ${JSON.stringify(candidate.manifest)})`);
}

/** Whether a model of this kind was already trained on this graph and passed or failed the gate. */
export async function isGraphLearnt(
  db: Database,
  { graphHash, kind }: { graphHash: string; kind: string },
): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select from models where graph_hash = ${graphHash} and kind = ${kind} and status <> 'candidate' limit 1`,
  );
  return rows.length > 0;
}

export async function rejectModel(db: Database, modelVersion: string, note: string): Promise<void> {
  await db.execute(
    sql`update models set status = 'rejected', note = ${note} where model_version = ${modelVersion}`,
  );
}

/** Activates a model and retires the previous one. Every node is notified at the commit. */
export async function activateModel(
  db: Database,
  { modelVersion, promotedBy }: { modelVersion: string; promotedBy: string },
): Promise<void> {
  await withTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('kindred:promote-model'))`);
    await tx.execute(sql`update models set status = 'retired' where status = 'active'`);
    await tx.execute(sql`
      update models set status = 'active', promoted_at = now(), promoted_by = ${promotedBy}, note = null
      where model_version = ${modelVersion}`);
    await tx.execute(sql`select pg_notify(${modelsChannel}, ${modelVersion})`);
  });
}

export async function findActiveModel(db: Database): Promise<ModelRecord | undefined> {
  const { rows } = await db.execute<ModelRow>(sql`select ${columns} from models where status = 'active'`);
  return rows.map(recordOf)[0];
}

/** Returns the serving models, the active one first. */
export async function findServingModels(
  db: Database,
): Promise<Array<{ modelVersion: string; status: 'active' | 'shadow' }>> {
  const { rows } = await db.execute<{ model_version: string; is_active: boolean }>(sql`
    select model_version, status = 'active' as is_active from models where status in ('active', 'shadow')
    order by is_active desc, created_at desc`);
  return rows.map(({ model_version, is_active }) => ({
    modelVersion: model_version,
    status: is_active ? 'active' : 'shadow',
  }));
}

/** Marks a model as a shadow. Every node is notified at the commit. */
export async function markShadow(db: Database, modelVersion: string): Promise<void> {
  await withTransaction(db, async (tx) => {
    await tx.execute(sql`
      update models set status = 'shadow', note = null
      where model_version = ${modelVersion} and status <> 'active'`);
    await tx.execute(sql`select pg_notify(${modelsChannel}, ${modelVersion})`);
  });
}

export async function findModel(db: Database, modelVersion: string): Promise<ModelRecord | undefined> {
  const { rows } = await db.execute<ModelRow>(
    sql`select ${columns} from models where model_version = ${modelVersion}`,
  );
  return rows.map(recordOf)[0];
}

export async function listModels(db: Database): Promise<ModelRecord[]> {
  const { rows } = await db.execute<ModelRow>(
    sql`select ${columns} from models order by created_at desc limit 100`,
  );
  return rows.map(recordOf);
}
