import type { Signals } from '@kindred/contracts';
import {
  hashInteractions,
  type ModelReport,
  modelKindNamed,
  modelKinds,
  NothingToTestError,
  saveArtefact,
  type TrainingProgress,
  trainRecommender,
} from '@kindred/recommender';
import packageJson from '../../../../package.json' with { type: 'json' };
import { tryWithLock } from '../../../platform/postgres/advisory-lock.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { readTrainingData } from '../interactions/index.ts';
import { artefactDirectory, modelVersionOf } from './model.ts';
import { activateModel, insertCandidate, isGraphLearnt, rejectModel } from './model-repository.ts';

export interface TrainedModel {
  readonly modelVersion: string;
  readonly kind: string;
  readonly status: 'active' | 'rejected';
  /** Why it was rejected. */
  readonly note: string | undefined;
  readonly report: ModelReport;
}

export type TrainingOutcome =
  | { readonly code: 'trained'; readonly model: TrainedModel }
  | { readonly code: 'not-enough-data'; readonly interactions: number; readonly least: number }
  /** Nothing of the newest tenth of what is of listed products is by a user and of a product that were known before. */
  | { readonly code: 'nothing-to-test'; readonly interactions: number }
  | { readonly code: 'nothing-new' }
  | { readonly code: 'already-training' };

/** Below this there is no pattern to find, and nothing to test one on. */
const leastInteractions = 100;

/**
 * Reads the graph, trains on it, tests on the newest part, stores the artefact and registers it. The model becomes active if it passes the
 * gate: not worse than recommending what is popular, by more than chance explains; the model that serves now is not compared (`gateAgainst` in `packages/recommender/src/training/gate.ts`). Then each node loads it, and
 * serves it if its files are sound (`model-host.ts`); until then the old one serves. An administrator can activate another model by hand
 * (`promote-model.ts`). One training runs at a time, on all nodes together.
 */
export async function trainModel({
  db,
  dataDir,
  signals,
  kind: kindName = modelKinds[0].name,
  seed,
  threads,
  trainedBy,
  onlyIfNew = false,
  onProgress,
  signal,
}: {
  db: Database;
  dataDir: string;
  signals: Signals;
  /** The name of one of `modelKinds`; left out, the first. */
  kind?: string;
  seed: number;
  threads: number;
  trainedBy: string;
  /** Not what a model has learnt already, accepted or not: it would come out the same. */
  onlyIfNew?: boolean;
  onProgress?: (progress: TrainingProgress) => void;
  signal?: AbortSignal;
}): Promise<TrainingOutcome> {
  const kind = modelKindNamed(kindName);
  const outcome = await tryWithLock<TrainingOutcome>(db, 'kindred:train-model', async () => {
    const { interactions, items } = await readTrainingData(db, signals);
    if (interactions.users.length < leastInteractions)
      return { code: 'not-enough-data', interactions: interactions.users.length, least: leastInteractions };
    const graphHash = hashInteractions(interactions);
    if (onlyIfNew && (await isGraphLearnt(db, { graphHash, kind: kind.name })))
      return { code: 'nothing-new' };

    const trained = await trainRecommender({
      kind,
      interactions,
      isOffered: (itemId) => items.get(itemId)!.isListed,
      seed,
      threads,
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    }).catch((error: unknown) => {
      if (error instanceof NothingToTestError) return undefined;
      throw error;
    });
    if (!trained) return { code: 'nothing-to-test', interactions: interactions.users.length };
    const modelVersion = modelVersionOf({ kind: trained.kind, trainedAt: new Date(), hash: graphHash });
    const manifest = await saveArtefact(artefactDirectory(dataDir, modelVersion), {
      version: modelVersion,
      graphHash,
      codeVersion: packageJson.version,
      trained,
      itemNames: Array.from(interactions.itemIds, (itemId) => items.get(itemId)!.name),
    });
    await insertCandidate(db, { modelVersion, kind: trained.kind, graphHash, manifest: { ...manifest } });

    const { gate, report } = trained;
    if (gate.passed) await activateModel(db, { modelVersion, promotedBy: trainedBy });
    else await rejectModel(db, modelVersion, gate.reason);
    return {
      code: 'trained',
      model: {
        modelVersion,
        kind: trained.kind,
        status: gate.passed ? 'active' : 'rejected',
        note: gate.passed ? undefined : gate.reason,
        report,
      },
    };
  });
  return outcome ?? { code: 'already-training' };
}
