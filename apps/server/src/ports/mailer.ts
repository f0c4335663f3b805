/** Sends rendered mails. */
export interface Mailer {
  /** Whether sent mails stay in the table to be shown. Otherwise their content is deleted after sending, because links in mails give access. */
  readonly isOutbox: boolean;
  /** Resolves when the mail was handed over. @throws if it could not be handed over now; the outbox tries again */
  send(mail: OutgoingMail): Promise<void>;
  /** For `/readyz`. @throws if mails cannot be handed over now */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface OutgoingMail {
  /** Used as the Message-ID, so that a mail that was sent twice is recognised as one. */
  readonly mailId: string;
  readonly recipient: string;
  /** The name of the sender. */
  readonly senderName: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The mail itself cannot be delivered, for example because the address does not exist. Another attempt would not help. */
export class UndeliverableMailError extends Error {
  override readonly name = 'UndeliverableMailError';
}
