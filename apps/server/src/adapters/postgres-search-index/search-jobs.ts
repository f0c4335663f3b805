import type { JobHandler, JobSchedule } from '../../platform/jobs/job-runner.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { areWordsStale, purgeChanges, rebuildWords } from '../search-reading/search-words-repository.ts';

const rebuildWordsJob = 'search.rebuild-words';
const rebuildAllWordsJob = 'search.rebuild-all-words';
const purgeChangesJob = 'search.purge-changes';

/** Between two looks for new words. */
const minutes = 3;
/** Whoever follows the catalogue reads everything anew after a longer time. */
const keptDays = 7;

export const searchJobs = ({ db }: { db: Database }): Record<string, JobHandler> => ({
  [rebuildWordsJob]: async () => {
    // Twice the time between two looks: nothing falls between them.
    if (await areWordsStale(db.$client, 2 * minutes)) await rebuildWords(db.$client);
  },
  [rebuildAllWordsJob]: () => rebuildWords(db.$client),
  [purgeChangesJob]: () => purgeChanges(db.$client, keptDays),
});

export const searchSchedules: readonly JobSchedule[] = [
  { name: rebuildWordsJob, cron: `*/${minutes} * * * *` },
  // Words of products that are gone.
  { name: rebuildAllWordsJob, cron: '20 3 * * *' },
  { name: purgeChangesJob, cron: '40 * * * *' },
];
