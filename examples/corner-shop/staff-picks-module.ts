import type { ExtensionNode, Module } from '@kindred/server/extension';
import { staffPickJobs, staffPickSchedules } from './staff-pick-jobs.ts';
import { createStaffPickMetrics } from './staff-pick-metrics.ts';
import { countPicks } from './staff-pick-repository.ts';
import { staffPickRoutes } from './staff-pick-routes.ts';

export function createStaffPicksModule({
  db,
  clock,
  registry,
}: Pick<ExtensionNode, 'clock' | 'db' | 'registry'>): Module {
  const metrics = createStaffPickMetrics(registry);
  return {
    name: 'staff-picks',
    routes: [staffPickRoutes({ db, clock, metrics })],
    jobs: staffPickJobs({ db }),
    schedules: staffPickSchedules,
    health: [
      {
        name: 'staff-picks',
        async check() {
          const { gone } = await countPicks(db);
          return { trouble: gone === 0 ? undefined : `picks no longer listed: ${gone}` };
        },
      },
    ],
  };
}
