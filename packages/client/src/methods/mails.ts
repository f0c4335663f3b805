import { type Api, part } from '../api.ts';

/** For administrators: mails of a shop without a mail server. */
export function outboxMethods({ open }: Api) {
  return {
    /** Returns the page that lists the mails of a shop without a mail server. */
    outbox: async () => (await open('/outbox')).text(),
    /** Returns the page of one mail. */
    outboxMail: async (mailId: string) => (await open(`/outbox/${part(mailId)}`)).text(),
    /** Returns the mail itself. */
    outboxMailHtml: async (mailId: string) => (await open(`/outbox/${part(mailId)}/html`)).text(),
  };
}
