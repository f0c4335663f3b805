import { createTransport } from 'nodemailer';
import { type Mailer, UndeliverableMailError } from '../ports/mailer.ts';

const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000 };

/**
 * Hands mails to an SMTP server over connections that it keeps.
 * @param from an address, before which the sender's name is put, or `Name <address>`, which stays as it is
 */
export function createSmtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({ url, pool: true, maxConnections: 4, maxRequeues: 1, ...timeouts });
  const hasName = from.includes('<');
  const host = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    isOutbox: false,
    async send({ mailId, recipient, senderName, subject, html, text, headers }) {
      try {
        await transport.sendMail({
          messageId: `<${mailId}@${host}>`,
          from: hasName ? from : { name: senderName, address: from },
          // As an object: nothing in an address is read as a second one.
          to: { name: '', address: recipient },
          subject,
          html,
          text,
          headers: { 'Auto-Submitted': 'auto-generated', ...headers },
          // A mail is what its template says: no file and no address is fetched for it.
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        throw isForGood(error)
          ? new UndeliverableMailError('The recipient is refused.', { cause: error })
          : error;
      }
    },
    async check() {
      await transport.verify();
    },
    async close() {
      transport.close();
    },
  };
}

/**
 * The server refuses this recipient or this message with a 5xx, or the address is none. A refused sender or password is the
 * shop's to mend: those mails wait.
 */
function isForGood(error: unknown): boolean {
  const { code, command, responseCode } = error as {
    code?: string;
    command?: string;
    responseCode?: number;
  };
  if (responseCode === undefined) return code === 'EENVELOPE' && command === 'API';
  const isAboutThisMail = command === 'RCPT TO' || code === 'EMESSAGE';
  return isAboutThisMail && responseCode >= 500 && responseCode !== authenticationRequired;
}

const authenticationRequired = 530;
