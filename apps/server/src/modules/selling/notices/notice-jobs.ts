import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import { mailNotices } from './mail-notices.ts';
import type { Notices } from './notice.ts';
import { sweepNotices } from './notice-repository.ts';

/** How long a confirmation link is valid. */
const confirmWithinMs = 2 * 24 * 60 * 60 * 1_000;

export const noticeSchedules: readonly JobSchedule[] = [
  { name: 'mail-notices', cron: '* * * * *' },
  { name: 'sweep-notices', cron: '55 3 * * *' },
];

export function noticeJobs(notices: Notices): Record<string, JobHandler> {
  return {
    'mail-notices': () => mailNotices(notices),
    'sweep-notices': () => sweepNotices(notices.db, new Date(notices.clock().getTime() - confirmWithinMs)),
  };
}
