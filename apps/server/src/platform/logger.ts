import { type DestinationStream, destination, type Logger, pino } from 'pino';
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

/** Where nobody waits for a line to be written. A terminal that is gone ends the lines, not the shop. */
export function standardOutput(): DestinationStream {
  const lines = destination({ fd: 1, sync: false });
  let isGone = false;
  // What was not written is dropped: at the end of the process it would be tried for ever.
  lines.on('error', () => {
    isGone = true;
    lines.destroy();
  });
  return {
    write(line) {
      if (!isGone) lines.write(line);
    },
  };
}
