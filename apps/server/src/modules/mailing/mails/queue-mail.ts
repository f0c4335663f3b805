import { addJob } from '../../../platform/jobs/add-job.ts';
import { type Database, type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import type { MailOf } from './mail.ts';
import { deliveryKeyPrefix, findStrandedMails, insertMail } from './mail-repository.ts';

/** Writes a mail into the outbox. In a transaction, the mail is sent only if the transaction commits. */
export async function queueMail(tx: Database | Transaction, mail: MailOf): Promise<void> {
  await withTransaction(tx, async (inner) => {
    const mailId = await insertMail(inner, mail);
    if (mailId !== undefined) await queueDelivery(inner, mailId);
  });
}

const strandedAtOnce = 500;

/** Queues a new job for each mail that has lost its own. */
export async function requeueStrandedMails(db: Database): Promise<void> {
  for (const mailId of await findStrandedMails(db, strandedAtOnce)) await queueDelivery(db, mailId);
}

async function queueDelivery(tx: Database | Transaction, mailId: string): Promise<void> {
  await addJob(tx, { name: 'deliver-mail', payload: { mail_id: mailId }, key: deliveryKeyPrefix + mailId });
}
