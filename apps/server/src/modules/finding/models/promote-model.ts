import { loadArtefact } from '@kindred/recommender';
import { fileProblemOf } from '../../../platform/file-problem.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { artefactDirectory } from './model.ts';
import { activateModel, findModel, markShadow } from './model-repository.ts';

/** A model whose files cannot serve, and why. */
export class UnusableModelError extends Error {
  override readonly name = 'UnusableModelError';
}

/**
 * Makes a model the active one by hand, without the gate, once its artefact has been read and found sound. A training activates its own
 * model (`train-model.ts`).
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
  await readSound(dataDir, modelVersion);
  await activateModel(db, { modelVersion, promotedBy });
  return 'promoted';
}

/**
 * Has every node hold a model ready beside the active one, once its artefact has been read and found sound.
 * @throws UnusableModelError that says what is wrong with it
 */
export async function shadowModel({
  db,
  dataDir,
  modelVersion,
}: {
  db: Database;
  dataDir: string;
  modelVersion: string;
}): Promise<'held' | 'not-found' | 'active'> {
  const record = await findModel(db, modelVersion);
  if (!record) return 'not-found';
  if (record.status === 'active') return 'active';
  await readSound(dataDir, modelVersion);
  await markShadow(db, modelVersion);
  return 'held';
}

async function readSound(dataDir: string, modelVersion: string): Promise<void> {
  await loadArtefact(artefactDirectory(dataDir, modelVersion)).catch((error: NodeJS.ErrnoException) => {
    const problem = error.path === undefined ? error.message : `${error.path}: ${fileProblemOf(error)}.`;
    throw new UnusableModelError(`${modelVersion} cannot serve. ${problem}`, { cause: error });
  });
}
