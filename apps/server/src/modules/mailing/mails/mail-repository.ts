import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { MailOf } from './mail.ts';

/** The key of a delivery job starts with it, so that at most one job waits per mail. */
export const deliveryKeyPrefix = 'deliver-mail:';

/** Returns undefined if a mail with this `onceKey` already exists. */
export async function insertMail(tx: Database | Transaction, mail: MailOf): Promise<string | undefined> {
  const { rows } = await tx.execute<{ mail_id: string }>(sql`
    insert into mails (kind, recipient, data, once_key)
    values (${mail.kind}, ${mail.recipient}, ${JSON.stringify(mail.data)}::jsonb, ${mail.onceKey ?? null})
    on conflict (once_key) do nothing
    returning mail_id`);
  return rows[0]?.mail_id;
}

/**
 * Locks a waiting mail until the transaction ends. Returns undefined if it was sent or given up, or if another worker has it.
 */
export async function lockWaitingMail(tx: Transaction, mailId: string): Promise<MailOf | undefined> {
  // The transaction is idle while the mail server takes the mail.
  await tx.execute(sql`set local idle_in_transaction_session_timeout = '10min'`);
  const { rows } = await tx.execute<{ kind: string; recipient: string; data: unknown }>(sql`
    select kind, recipient, data from mails where mail_id = ${mailId}::uuid and state = 'queued'
    for update skip locked`);
  return rows[0] as unknown as MailOf | undefined;
}

export async function storeRendered(
  tx: Transaction,
  mailId: string,
  { subject, html, text }: { subject: string; html: string; text: string },
): Promise<void> {
  await tx.execute(sql`
    update mails set subject = ${subject}, html = ${html}, text = ${text} where mail_id = ${mailId}::uuid`);
}

export async function markSent(
  tx: Transaction,
  mailId: string,
  { keepsData }: { keepsData: boolean },
): Promise<void> {
  await tx.execute(sql`
    update mails set state = 'sent', sent_at = clock_timestamp(), attempts = attempts + 1, last_error = null,
      data = case when ${keepsData} then data else '{}'::jsonb end
    where mail_id = ${mailId}::uuid`);
}

export async function markAttempt(
  tx: Transaction,
  mailId: string,
  { lastError, isOver }: { lastError: string; isOver: boolean },
): Promise<void> {
  await tx.execute(sql`
    update mails set state = ${isOver ? 'failed' : 'queued'}, attempts = attempts + 1, last_error = ${lastError}
    where mail_id = ${mailId}::uuid`);
}

/** Finds waiting mails without a job: it was lost, or a dead process holds it. */
export async function findStrandedMails(db: Database, limit: number): Promise<string[]> {
  const { rows } = await db.execute<{ mail_id: string }>(sql`
    select m.mail_id from mails m
    where m.state = 'queued' and not exists (
      select from graphile_worker.jobs j
      where j.key = ${deliveryKeyPrefix} || m.mail_id and j.attempts < j.max_attempts
        and (j.locked_at is null or j.locked_at > now() - interval '10 minutes'))
    order by m.created_at limit ${limit}`);
  return rows.map(({ mail_id }) => mail_id);
}

export interface OutboxEntry {
  readonly mailId: string;
  readonly kind: string;
  readonly recipient: string;
  readonly state: 'queued' | 'sent' | 'failed';
  readonly createdAt: Date;
  /** Undefined until the mail is rendered. */
  readonly content: { readonly subject: string; readonly html: string; readonly text: string } | undefined;
}

const outboxColumns = sql`mail_id, kind, recipient, state, created_at, subject`;

interface OutboxRow {
  mail_id: string;
  kind: string;
  recipient: string;
  state: OutboxEntry['state'];
  created_at: string;
  subject: string | null;
  html: string | null;
  text: string | null;
}

function entryOf({
  mail_id,
  kind,
  recipient,
  state,
  created_at,
  subject,
  html,
  text,
}: OutboxRow): OutboxEntry {
  return {
    mailId: mail_id,
    kind,
    recipient,
    state,
    createdAt: new Date(created_at),
    content: subject === null ? undefined : { subject, html: html ?? '', text: text ?? '' },
  };
}

/** Returns the newest mails first, without their bodies. */
export async function findOutbox(db: Database, limit: number): Promise<OutboxEntry[]> {
  const { rows } = await db.execute<OutboxRow>(sql`
    select ${outboxColumns}, null as html, null as text from mails
    order by created_at desc, mail_id desc limit ${limit}`);
  return rows.map(entryOf);
}

export async function findOutboxEntry(db: Database, mailId: string): Promise<OutboxEntry | undefined> {
  const { rows } = await db.execute<OutboxRow>(sql`
    select ${outboxColumns}, html, text from mails where mail_id = ${mailId}::uuid`);
  return rows[0] && entryOf(rows[0]);
}
