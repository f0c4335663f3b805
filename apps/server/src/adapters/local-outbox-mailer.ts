import type { Mailer } from '../ports/mailer.ts';

/** Sends nothing. Mails stay in the table, and the page `/outbox` shows them. */
export function createLocalOutboxMailer(): Mailer {
  return {
    isOutbox: true,
    send: async () => undefined,
    check: async () => undefined,
    close: async () => undefined,
  };
}
