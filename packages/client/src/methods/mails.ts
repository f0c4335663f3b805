import { type Api, part } from '../api.ts';

/** For administrators: mails of a shop without a mail server. */
export function outboxMethods({ open }: Api) {
  return {
    /** Mails of a shop without a mail server, as the page that lists them. */
    outbox: async () => (await open('/outbox')).text(),
    /** The page of one of them. */
    outboxMail: async (mailId: string) => (await open(`/outbox/${part(mailId)}`)).text(),
    /** The mail itself. */
    outboxMailHtml: async (mailId: string) => (await open(`/outbox/${part(mailId)}/html`)).text(),
  };
}
