import type { Signals } from '@kindred/contracts';
import type { RecommenderModel } from '@kindred/recommender';
import type { FastifyBaseLogger } from 'fastify';
import { askTogether } from '../../../platform/ask-together.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { ListedProductsReader } from '../../../ports/listed-products.ts';
import { rememberEntries } from '../../catalogue/catalog/index.ts';
import { findHistories, type Shopper } from '../interactions/index.ts';
import type { ReadShelfRules } from '../shelf-rules/index.ts';
import { createFloor } from './floor.ts';
import { type AddedSource, createPolicies } from './policies.ts';
import type { RecommendDependencies } from './recommend.ts';
import { createSharedRankings } from './shared-rankings.ts';
import type { StageTimes } from './stage-times.ts';
import { createTrendReader, type TrendReader } from './trend.ts';

export interface Recommendations extends RecommendDependencies {
  readonly trend: TrendReader;
}

/** So far, there is one arm for all shoppers. */
const variant = 'control';

export function createRecommendations({
  db,
  listedProducts,
  activeModel,
  findServed = () => undefined,
  readRules,
  readSignals,
  sources = [],
  logger,
  onMissed,
  onStage,
}: {
  db: Database;
  listedProducts: ListedProductsReader;
  activeModel: () => RecommenderModel | undefined;
  /** Finds the active model, or the one before it, by its version. */
  findServed?: (modelVersion: string) => RecommenderModel | undefined;
  readRules: ReadShelfRules;
  /** The shop's own signals. */
  readSignals: () => Promise<Signals>;
  /** The sources that extensions add. */
  sources?: readonly AddedSource[];
  logger: FastifyBaseLogger;
  onMissed?: (part: string) => void;
  onStage?: StageTimes;
}): Recommendations {
  const trend = createTrendReader(db);
  const policies = createPolicies({ trend, added: sources });
  return {
    db,
    listedProducts,
    readRules,
    readSignals,
    floor: createFloor(db),
    findCards: rememberEntries(db),
    readHistory: askTogether(async (shoppers: readonly Shopper[]) =>
      findHistories(db, shoppers, { signals: await readSignals() }),
    ),
    rankings: createSharedRankings(),
    assignArm: (_shopper, modelVersion) => ({
      variant,
      model: (modelVersion === undefined ? undefined : findServed(modelVersion)) ?? activeModel(),
      policies,
    }),
    trend,
    logger,
    ...(onMissed && { onMissed }),
    ...(onStage && { onStage }),
  };
}
