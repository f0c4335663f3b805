import type { JobHandler, JobSchedule } from '../../platform/jobs/job-runner.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { countChoices, purgeSearches } from './search-boost-repository.ts';
import { areWordsStale, purgeChanges, rebuildWords } from './search-words-repository.ts';

const rebuildWordsJob = 'search.rebuild-words';
const rebuildAllWordsJob = 'search.rebuild-all-words';
const purgeChangesJob = 'search.purge-changes';
const countChoicesJob = 'search.count-choices';
const countAllChoicesJob = 'search.count-all-choices';
const purgeSearchesJob = 'search.purge-searches';

/** Between two looks for new words. */
const minutes = 3;
const minutesBetweenCounts = 5;
/** Whoever follows the catalogue reads everything anew after a longer time. */
const keptDays = 7;

export const searchJobs = ({ db }: { db: Database }): Record<string, JobHandler> => ({
  [rebuildWordsJob]: async () => {
    // Twice the time between two looks: nothing falls between them.
    if (await areWordsStale(db, 2 * minutes)) await rebuildWords(db);
  },
  [rebuildAllWordsJob]: () => rebuildWords(db),
  [purgeChangesJob]: () => purgeChanges(db, keptDays),
  [countChoicesJob]: () => countChoices(db, { minutes: 2 * minutesBetweenCounts }),
  [countAllChoicesJob]: () => countChoices(db),
  [purgeSearchesJob]: () => purgeSearches(db),
});

export const searchSchedules: readonly JobSchedule[] = [
  { name: rebuildWordsJob, cron: `*/${minutes} * * * *` },
  // Words of products that are gone.
  { name: rebuildAllWordsJob, cron: '20 3 * * *' },
  { name: purgeChangesJob, cron: '40 * * * *' },
  { name: countChoicesJob, cron: `*/${minutesBetweenCounts} * * * *` },
  { name: purgeSearchesJob, cron: '35 3 * * *' },
  // Choices that are too old by now.
  { name: countAllChoicesJob, cron: '50 3 * * *' },
];
