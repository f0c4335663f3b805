/** @file Reads the mails of a shop without a mail server from its outbox. */

export interface ReadMail {
  readonly subject: string;
  readonly text: string;
  /** The path and query of the first link that carries a token. */
  readonly link: string | undefined;
}

const patienceMs = 15_000;

/** Waits for the newest mail to this recipient whose subject has these words. */
export async function mailTo(
  shopUrl: string,
  recipient: string,
  subject: string,
  { withinMs = patienceMs } = {},
): Promise<ReadMail> {
  const until = performance.now() + withinMs;
  for (;;) {
    const entry = (await entriesOf(shopUrl, recipient, subject)).find((one) => one.includes('<time'));
    const path = entry && /href="(\/outbox\/[^"]+)"/.exec(entry)?.[1];
    if (path) {
      const [page, html] = await Promise.all(
        [path, `${path}/html`].map(async (one) => (await fetch(shopUrl + one)).text()),
      );
      const href = /href="([^"]*token=[^"]+)"/.exec(html)?.[1].replaceAll('&amp;', '&');
      const { pathname, search } = new URL(href ?? '/', shopUrl);
      return {
        subject: /class="subject">([^<]*)</.exec(entry)![1],
        text: /<pre>([\s\S]*?)<\/pre>/.exec(page)?.[1] ?? '',
        link: href && pathname + search,
      };
    }
    if (performance.now() > until) throw new Error(`No mail “${subject}” came to ${recipient}.`);
    await new Promise((resolve) => setTimeout(resolve, withinMs / 150));
  }
}

/** Counts the mails to this recipient whose subject has these words. */
export async function countMails(shopUrl: string, recipient: string, subject: string): Promise<number> {
  return (await entriesOf(shopUrl, recipient, subject)).length;
}

/** Returns entries, the newest first. */
async function entriesOf(shopUrl: string, recipient: string, subject: string): Promise<string[]> {
  const list = await (await fetch(`${shopUrl}/outbox`)).text();
  return list.split('<li>').filter((one) => one.includes(`>${recipient}<`) && one.includes(subject));
}
