import { sql } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import type { Metrics } from '../../platform/metrics.ts';
import type { Database } from '../../platform/postgres/database.ts';

export interface Exposure {
  readonly requestId: string;
  readonly position: number;
  readonly productId: number;
  readonly visitorId: string | undefined;
  readonly userId: string | undefined;
  readonly modelVersion: string | undefined;
  readonly variant: string;
  readonly slot: string;
  readonly source: string;
  readonly score: number;
}

const flushMs = 100;
const mostWaiting = 50_000;

export interface ExposureLog {
  write(exposures: readonly Exposure[]): void;
  /** Stores what still waits. */
  close(): Promise<void>;
}

/**
 * Stores what was shown, some hundred rows a statement, after the answer has gone out: a slow database
 * costs no shopper time. What cannot be stored is counted, never waited for.
 */
export function createExposureLog({
  db,
  logger,
  metrics,
}: {
  db: Database;
  logger: FastifyBaseLogger;
  metrics: Metrics;
}): ExposureLog {
  let waiting: Exposure[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function store(rows: readonly Exposure[]): Promise<void> {
    try {
      await db.execute(sql`
        insert into exposures (request_id, position, product_id, visitor_id, user_id, model_version, variant, slot, source, score)
        select "requestId", position, "productId", "visitorId", "userId", "modelVersion", variant, slot, source, score
        from json_to_recordset(${JSON.stringify(rows)}::json) as e (
          "requestId" uuid, position smallint, "productId" int, "visitorId" uuid, "userId" text,
          "modelVersion" text, variant text, slot text, source text, score float8)
        on conflict do nothing`);
    } catch (error) {
      metrics.exposuresLost.inc(rows.length);
      logger.error({ err: error, rows: rows.length }, 'exposures could not be stored');
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const rows = waiting;
    waiting = [];
    if (rows.length > 0) writing = writing.then(() => store(rows));
    return writing;
  }

  return {
    write(exposures) {
      if (waiting.length + exposures.length > mostWaiting) {
        metrics.exposuresLost.inc(exposures.length);
        return;
      }
      waiting.push(...exposures);
      timer ??= setTimeout(() => void flush(), flushMs);
    },
    close: flush,
  };
}
