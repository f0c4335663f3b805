import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { expect, test } from 'vitest';

const script = `
import { createLogger, standardOutput } from '${new URL('./logger.ts', import.meta.url)}';
const logger = createLogger({ level: 'info', destination: standardOutput() });
logger.info('one');
setTimeout(() => {
  logger.info('two');
  process.exit(3);
}, 50);`;

test.skipIf(!existsSync('/dev/full'))(
  'an output that accepts nothing does not prevent the process from ending',
  () => {
    const full = openSync('/dev/full', 'w');
    const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', full, 'ignore'],
      timeout: 20_000,
    });
    closeSync(full);
    expect(status).toBe(3);
  },
);
