import type { Mailer } from '../ports/mailer.ts';

/** Sends nothing: a mail stays in the table, where the page at `/outbox` shows it. */
export function createLocalOutboxMailer(): Mailer {
  return {
    isOutbox: true,
    send: async () => undefined,
    check: async () => undefined,
    close: async () => undefined,
  };
}
