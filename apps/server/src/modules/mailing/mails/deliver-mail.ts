import type { Logger } from 'pino';
import type { JobAttempt } from '../../../platform/jobs/job-runner.ts';
import { type Database, type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import { type Mailer, UndeliverableMailError } from '../../../ports/mailer.ts';
import { lockWaitingMail, markAttempt, markSent, storeRendered } from './mail-repository.ts';
import type { MailSender } from './mail-sender.ts';

/**
 * Hands a mail over, once. Its row stays locked meanwhile, so two workers never send the same mail. If the process dies, the lock ends
 * with its connection immediately; a claim with a time limit would have to guess how long a mail takes.
 *
 * @throws if it was not handed over; the queue tries again at growing intervals
 */
export async function deliverMail({
  db,
  mailer,
  logger,
  sender,
  mailId,
  attempt,
}: {
  db: Database;
  mailer: Mailer;
  logger: Pick<Logger, 'warn'>;
  sender: () => Promise<MailSender>;
  mailId: string;
  attempt: JobAttempt;
}): Promise<void> {
  const hand = async (tx: Transaction) => {
    const mail = await lockWaitingMail(tx, mailId);
    if (!mail) return undefined;
    try {
      // The first mail loads React, not the start.
      const { renderMail } = await import('./render-mail.ts');
      const from = await sender();
      const rendered = await renderMail(mail, from);
      if (mailer.isOutbox) await storeRendered(tx, mailId, rendered);
      await mailer.send({ mailId, recipient: mail.recipient, senderName: from.name, ...rendered });
      await markSent(tx, mailId, { keepsData: mailer.isOutbox });
      return undefined;
    } catch (error) {
      const isOver = attempt.isLast || error instanceof UndeliverableMailError;
      await markAttempt(tx, mailId, { lastError: fullMessage(error), isOver });
      // A mail server's answer often names the recipient, so it stays in the table, and the log gets only the code.
      if (isOver) logger.warn({ mailId, kind: mail.kind, code: codeOf(error) }, 'a mail was given up');
      return { isOver, code: codeOf(error) };
    }
  };
  // One attempt, because a second one would send the mail again.
  const failure = await withTransaction(db, hand, { attempts: 1 });
  if (failure && !failure.isOver) throw new Error(`The mail ${mailId} was not handed over: ${failure.code}.`);
}

function fullMessage(error: unknown): string {
  const cause = error instanceof UndeliverableMailError ? (error.cause ?? error) : error;
  return String(cause instanceof Error ? cause.message : cause).slice(0, 1_000);
}

function codeOf(error: unknown): string {
  const { name, code, responseCode, cause } = error as {
    name?: string;
    code?: string;
    responseCode?: number;
    cause?: unknown;
  };
  if (error instanceof UndeliverableMailError && cause) return codeOf(cause);
  return [code ?? name ?? 'unknown', responseCode].filter((part) => part !== undefined).join(' ');
}
