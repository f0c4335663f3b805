/** What carries a rendered mail away. */
export interface Mailer {
  /** Whether a mail that was sent is still shown from the table. Otherwise only that it was sent is kept: links in mails open doors. */
  readonly isOutbox: boolean;
  /** Resolves when the mail was handed over. @throws when it was not, now: the outbox tries again. */
  send(mail: OutgoingMail): Promise<void>;
  /** @throws when mails cannot be handed over now; what `/readyz` asks. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface OutgoingMail {
  /** Becomes the Message-ID, so that a mail that was sent twice is recognised as one. */
  readonly mailId: string;
  readonly recipient: string;
  /** Whose mail it is, in words. */
  readonly senderName: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The mail itself is at fault (an address that does not exist): trying again would not help. */
export class UndeliverableMailError extends Error {
  override readonly name = 'UndeliverableMailError';
}
