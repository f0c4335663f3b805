import type { OrderMailData } from '../mail.ts';

/** What a mail says. The layout makes HTML of it and plain text, so that both say the same. */
export interface MailContent {
  readonly subject: string;
  /** What an inbox shows beside the subject. */
  readonly preview: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** The first is the one that counts. */
  readonly actions?: readonly MailAction[];
  /** Whether the first link is also shown as text, for programs that show no buttons. */
  readonly showsLink?: boolean;
  readonly facts?: readonly MailFact[];
  readonly order?: OrderMailData;
  readonly products?: readonly MailProduct[];
  /** Below everything, quietly. */
  readonly notes?: readonly string[];
  /** Why the reader gets this mail. */
  readonly footer: string;
  readonly footerAction?: MailAction;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface MailAction {
  readonly label: string;
  readonly link: string;
}

export interface MailFact {
  readonly label: string;
  readonly value: string;
}

export interface MailProduct {
  readonly title: string;
  readonly link: string;
  readonly picture: string | null;
  /** What there is to say about it. */
  readonly news: string;
}
