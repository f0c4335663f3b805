import type { Shop } from '@kindred/contracts';
import type { Module } from '../../../platform/module.ts';
import { mailJobs, mailSchedules } from './mail-jobs.ts';
import { mailSenderOf } from './mail-sender.ts';
import { outboxRoutes } from './outbox-routes.ts';

export function createMailsModule({
  db,
  logger,
  mailer,
  readShop,
  publicUrl,
  config: { host, trustedProxies },
}: Omit<Parameters<typeof mailJobs>[0], 'sender'> & {
  readonly readShop: () => Promise<Shop>;
  readonly publicUrl: string;
  readonly config: { readonly host: string; readonly trustedProxies: readonly string[] };
}): Module {
  const hasProxies = trustedProxies.length > 0;
  return {
    name: 'mails',
    jobs: mailJobs({ db, mailer, logger, sender: async () => mailSenderOf(await readShop(), publicUrl) }),
    schedules: mailSchedules,
    pages: mailer.isOutbox ? [outboxRoutes({ db, host, publicUrl, hasProxies })] : [],
    health: [
      {
        name: 'mail',
        async check() {
          await mailer.check();
          return {};
        },
      },
    ],
    close: () => mailer.close(),
  };
}
