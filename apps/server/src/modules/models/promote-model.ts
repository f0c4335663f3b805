import { loadArtefact } from '@kindred/recommender';
import type { Database } from '../../platform/postgres/database.ts';
import { activateModel, findModel } from './model-repository.ts';
import { artefactDirectory } from './model-store.ts';

/** Makes a model the active one, once its artefact has been read and found sound. Throws what is wrong with it. */
export async function promoteModel({
  db,
  dataDir,
  modelVersion,
  promotedBy,
}: {
  db: Database;
  dataDir: string;
  modelVersion: string;
  promotedBy: string;
}): Promise<'promoted' | 'not-found'> {
  if (!(await findModel(db, modelVersion))) return 'not-found';
  await loadArtefact(artefactDirectory(dataDir, modelVersion));
  await activateModel(db, { modelVersion, promotedBy });
  return 'promoted';
}
