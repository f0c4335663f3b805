import { loadArtefact } from '@kindred/recommender';
import { fileProblemOf } from '../../platform/file-problem.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { activateModel, findModel } from './model-repository.ts';
import { artefactDirectory } from './model-store.ts';

/** A model whose files cannot serve, and why. */
export class UnusableModelError extends Error {
  override readonly name = 'UnusableModelError';
}

/**
 * Makes a model the active one, once its artefact has been read and found sound.
 * @throws UnusableModelError that says what is wrong with it
 */
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
  await loadArtefact(artefactDirectory(dataDir, modelVersion)).catch((error: NodeJS.ErrnoException) => {
    const problem = error.path === undefined ? error.message : `${error.path}: ${fileProblemOf(error)}.`;
    throw new UnusableModelError(`${modelVersion} cannot serve. ${problem}`, { cause: error });
  });
  await activateModel(db, { modelVersion, promotedBy });
  return 'promoted';
}
