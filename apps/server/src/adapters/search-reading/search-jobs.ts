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

/** The time between two checks for new words. */
const minutes = 3;
const minutesBetweenCounts = 5;
/** A follower of the catalogue that is further behind reads everything again. */
const keptDays = 7;

export const searchJobs = ({ db }: { db: Database }): Record<string, JobHandler> => ({
  [rebuildWordsJob]: async () => {
    // Twice the time between two checks, so that no change is missed.
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
  // Drops the words of removed products.
  { name: rebuildAllWordsJob, cron: '20 3 * * *' },
  { name: purgeChangesJob, cron: '40 * * * *' },
  { name: countChoicesJob, cron: `*/${minutesBetweenCounts} * * * *` },
  { name: purgeSearchesJob, cron: '35 3 * * *' },
  // Drops choices that are too old.
  { name: countAllChoicesJob, cron: '50 3 * * *' },
];
