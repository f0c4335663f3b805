import type { Logger } from 'pino';
import type { HealthPart } from '../../../platform/module.ts';
import { createPartCheck, type PartState } from './part-check.ts';

/** Returns the state of each part by name, in their order. */
export function watchParts(
  parts: readonly HealthPart[],
  logger: Pick<Logger, 'warn'>,
): () => Promise<Record<string, PartState>> {
  const looks = parts.map(({ name, inTrouble = 'degraded', check, known }) => {
    const look = check && createPartCheck({ name, inTrouble, check, logger });
    return async (): Promise<[string, PartState]> => {
      const found: PartState = look ? await look() : { state: 'ok' };
      const { version, trouble } = known?.() ?? {};
      return [
        name,
        {
          ...found,
          ...(version !== undefined && { version }),
          ...(trouble !== undefined && { state: inTrouble, detail: trouble }),
        },
      ];
    };
  });
  return async () => Object.fromEntries(await Promise.all(looks.map((look) => look())));
}
