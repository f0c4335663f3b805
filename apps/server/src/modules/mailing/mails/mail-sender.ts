import type { Shop } from '@kindred/contracts';
import { addressLines } from '@kindred/shop-types';

/** What every mail says of who sends it. */
export interface MailSender {
  readonly name: string;
  /** Absolute; null: the drawn one. */
  readonly logoUrl: string | null;
  /** In one line, as business mails have to say it. */
  readonly company: string;
}

export function mailSenderOf({ name, logo_url, company }: Shop, publicUrl: string): MailSender {
  return {
    name,
    logoUrl: logo_url?.startsWith('/') ? publicUrl + logo_url : logo_url,
    company: [company.legal_name, ...addressLines(company)].join(', '),
  };
}
