import type { Database, JobHandler, JobSchedule } from '@kindred/server/extension';
import { deleteGonePicks } from './staff-pick-repository.ts';

const sweep = 'corner-shop.sweep-picks';

export const staffPickSchedules: readonly JobSchedule[] = [{ name: sweep, cron: '45 3 * * *' }];

export function staffPickJobs({ db }: { db: Database }): Record<string, JobHandler> {
  return { [sweep]: () => deleteGonePicks(db) };
}
