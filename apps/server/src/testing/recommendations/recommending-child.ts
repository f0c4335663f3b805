/** @file A node that does nothing but recommend, until it is killed. Prints the id of each shelf. */
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { createExposureLog } from '../../modules/finding/recommendations/exposure-log.ts';
import { createRecommendationMetrics } from '../../modules/finding/recommendations/recommendation-metrics.ts';
import { openDatabase } from '../../platform/postgres/database.ts';
import { timeOrderedId } from '../../platform/time-ordered-id.ts';

const [, , connectionString] = process.argv as [string, string, string];
const { db } = openDatabase({ connectionString, max: 1 });
const metrics = createRecommendationMetrics(new Registry());
const log = createExposureLog({ db, logger: pino({ level: 'silent' }), metrics });

setInterval(() => {
  const requestId = timeOrderedId(new Date());
  const cards = [{ position: 1, productId: 1, source: 'popular', score: 1 }];
  const nobody = { visitorId: undefined, userId: undefined };
  log.write([{ requestId, cards, ...nobody, modelVersion: undefined, variant: 'v', slot: 'home' }]);
  process.stdout.write(`${requestId}\n`);
}, 10);
