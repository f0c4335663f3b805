import { loadArtefact, type RecommenderModel } from '@kindred/recommender';
import type { Database } from '../../../platform/postgres/database.ts';
import { findActiveModel } from './model-repository.ts';
import { artefactDirectory } from './model-store.ts';

/** The active model, for a command; the server keeps it loaded in a `ModelHost`. */
export async function loadActiveModel(db: Database, dataDir: string): Promise<RecommenderModel | undefined> {
  const record = await findActiveModel(db);
  return record && loadArtefact(artefactDirectory(dataDir, record.modelVersion));
}
