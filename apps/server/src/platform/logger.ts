import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config/config.ts';
import { loggableError } from './loggable-error.ts';

/** JSON lines. Nothing personal and no secret is ever a field; these are struck out should one slip in. */
export function createLogger({
  level,
  destination,
}: {
  level: LogLevel;
  destination: DestinationStream;
}): Logger {
  return pino(
    {
      level,
      serializers: { err: loggableError },
      redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.email', '*.token'],
    },
    destination,
  );
}
