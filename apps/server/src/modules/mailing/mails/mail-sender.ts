import type { Shop } from '@kindred/contracts';
import { addressLines } from '@kindred/shop-types';

/** The sender's details in every mail. */
export interface MailSender {
  readonly name: string;
  /** An absolute address, or null for the drawn logo. */
  readonly logoUrl: string | null;
  /** The company's details in one line, which the law requires in business mails. */
  readonly company: string;
}

export function mailSenderOf({ name, logo_url, company }: Shop, publicUrl: string): MailSender {
  return {
    name,
    logoUrl: logo_url?.startsWith('/') ? publicUrl + logo_url : logo_url,
    company: [company.legal_name, ...addressLines(company)].join(', '),
  };
}
