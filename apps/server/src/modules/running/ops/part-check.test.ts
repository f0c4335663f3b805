import { expect, test, vi } from 'vitest';
import type { HealthReport } from '../../../platform/module.ts';
import { createPartCheck } from './part-check.ts';

function watch(check: () => Promise<HealthReport>) {
  const logger = { warn: vi.fn() };
  return { look: createPartCheck({ name: 'database', check, inTrouble: 'down', logger }), logger };
}

test('what an error says is for the log alone', async () => {
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

test('what a part says of itself is for everybody', async () => {
  const { look, logger } = watch(async () => ({ version: '17', trouble: 'no backup was ever good' }));
  expect(await look()).toEqual({ state: 'down', version: '17', detail: 'no backup was ever good' });
  expect(logger.warn).not.toHaveBeenCalled();
});
