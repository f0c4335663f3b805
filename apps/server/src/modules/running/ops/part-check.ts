import type { Logger } from 'pino';
import type { HealthReport } from '../../../platform/module.ts';

export interface PartState {
  readonly state: 'degraded' | 'down' | 'ok';
  readonly version?: string;
  readonly detail?: string;
}

const waitMs = 2_000;
const freshMs = 5_000;

/**
 * Checks whether a part works, at most once in five seconds and for at most two, so that frequent callers do not burden the part.
 * `inTrouble` is the state after a failure: the shop can sell without mail, but not without a database. The message of an error may have
 * paths and addresses, so it goes only to the log.
 */
export function createPartCheck({
  name,
  check,
  inTrouble,
  logger,
}: {
  name: string;
  check: () => Promise<HealthReport>;
  inTrouble: 'degraded' | 'down';
  logger: Pick<Logger, 'warn'>;
}): () => Promise<PartState> {
  let last: { at: number; state: Promise<PartState> } | undefined;
  let isFailing = false;

  async function look(): Promise<PartState> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${waitMs} ms`)), waitMs);
    });
    try {
      const { version, trouble } = await Promise.race([check(), timeout]);
      isFailing = false;
      return {
        state: trouble === undefined ? 'ok' : inTrouble,
        ...(version !== undefined && { version }),
        ...(trouble !== undefined && { detail: trouble }),
      };
    } catch (error) {
      if (!isFailing) logger.warn({ err: error, part: name }, 'a part does not work');
      isFailing = true;
      return { state: inTrouble, detail: 'It does not answer properly; see the log.' };
    } finally {
      clearTimeout(timer);
    }
  }

  return () => {
    if (!last || Date.now() - last.at > freshMs) last = { at: Date.now(), state: look() };
    return last.state;
  };
}
