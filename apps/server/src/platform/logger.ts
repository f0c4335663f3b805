import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { LogLevel } from '../config/config.ts';
import { loggableError } from './loggable-error.ts';

/** Writes JSON lines. Personal data and secrets must not be fields; these are redacted as a precaution. */
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

/** Writes without blocking. If the terminal is closed, the lines stop, but the shop continues. */
export function standardOutput(): DestinationStream {
  const lines = destination({ fd: 1, sync: false });
  let isGone = false;
  // Drops unwritten lines, which the process would otherwise try to write forever at its end.
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
