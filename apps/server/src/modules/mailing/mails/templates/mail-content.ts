import type { OrderMailData } from '../mail.ts';

/** The content of a mail. The layout turns it into HTML and plain text, so that both say the same. */
export interface MailContent {
  readonly subject: string;
  /** The text that an inbox shows beside the subject. */
  readonly preview: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** The first one is the main action. */
  readonly actions?: readonly MailAction[];
  /** Whether the first link is also shown as text, for programs that show no buttons. */
  readonly showsLink?: boolean;
  readonly facts?: readonly MailFact[];
  readonly order?: OrderMailData;
  readonly products?: readonly MailProduct[];
  /** Shown in small print below everything else. */
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
  /** The news about the product. */
  readonly news: string;
}
