import { expect, test, vi } from 'vitest';
import type { HealthReport } from '../../../platform/module.ts';
import { createPartCheck } from './part-check.ts';

function watch(check: () => Promise<HealthReport>) {
  const logger = { warn: vi.fn() };
  return { look: createPartCheck({ name: 'database', check, inTrouble: 'down', logger }), logger };
}

test('writes the message of an error only to the log', async () => {
  const error = new Error('connect ENOENT /srv/kindred/.s.PGSQL.5432');
  const { look, logger } = watch(() => Promise.reject(error));
  const state = await look();
  expect(state.state).toBe('down');
  expect(JSON.stringify(state)).not.toMatch(/srv|ENOENT|5432/);
  expect(logger.warn).toHaveBeenCalledExactlyOnceWith(
    { err: error, part: 'database' },
    'a part does not work',
  );
});

test('shows every caller what a part reports about itself', async () => {
  const { look, logger } = watch(async () => ({ version: '17', trouble: 'no backup has succeeded yet' }));
  expect(await look()).toEqual({ state: 'down', version: '17', detail: 'no backup has succeeded yet' });
  expect(logger.warn).not.toHaveBeenCalled();
});
