import { createTransport } from 'nodemailer';
import { type Mailer, UndeliverableMailError } from '../ports/mailer.ts';

const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000 };

/**
 * Hands mails to an SMTP server over pooled connections.
 * @param from an address, which gets the sender's name in front, or `Name <address>`, which stays as it is
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
          // An object, so that nothing in an address is parsed as a second address.
          to: { name: '', address: recipient },
          subject,
          html,
          text,
          headers: { 'Auto-Submitted': 'auto-generated', ...headers },
          // A mail contains only what its template says, so no file and no address is fetched for it.
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        throw isForGood(error)
          ? new UndeliverableMailError('The mail server rejected the recipient.', { cause: error })
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
 * Whether the server rejected this recipient or this message with a 5xx, or the address is invalid. If it rejects the sender or the
 * password, the merchant has to correct them, and the mails wait.
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
