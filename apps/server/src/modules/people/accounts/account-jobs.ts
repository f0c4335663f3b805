import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import type { Accounts } from './accounts.ts';
import { loginLinkJob, mailLoginLink } from './login-link.ts';
import { mailResetLink, passwordResetJob } from './reset-password.ts';
import { deleteExpired } from './session-repository.ts';

const sweep = 'sweep-accounts';

export const accountSchedules: readonly JobSchedule[] = [{ name: sweep, cron: '17 3 * * *' }];

export function accountJobs(accounts: Accounts): Readonly<Record<string, JobHandler>> {
  return {
    [passwordResetJob]: (payload) => mailResetLink(accounts, (payload as { email: string }).email),
    [loginLinkJob]: (payload) => mailLoginLink(accounts, (payload as { email: string }).email),
    [sweep]: () => deleteExpired(accounts.db),
  };
}
