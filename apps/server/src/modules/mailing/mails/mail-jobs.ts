import type { Logger } from 'pino';
import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { Mailer } from '../../../ports/mailer.ts';
import { deliverMail } from './deliver-mail.ts';
import type { MailSender } from './mail-sender.ts';
import { requeueStrandedMails } from './queue-mail.ts';

export function mailJobs({
  db,
  mailer,
  logger,
  sender,
}: {
  db: Database;
  mailer: Mailer;
  logger: Pick<Logger, 'warn'>;
  sender: () => Promise<MailSender>;
}): Record<string, JobHandler> {
  return {
    'deliver-mail': async (payload, attempt) => {
      const { mail_id: mailId } = payload as { mail_id: string };
      await deliverMail({ db, mailer, logger, sender, mailId, attempt });
    },
    'requeue-stranded-mails': () => requeueStrandedMails(db),
  };
}

export const mailSchedules: readonly JobSchedule[] = [{ name: 'requeue-stranded-mails', cron: '* * * * *' }];
