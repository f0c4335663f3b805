export type { MailData, OrderMailData } from './mail.ts';
export { mailPicture } from './mail-picture.ts';
export { createMailsModule } from './mails-module.ts';
export { queueMail } from './queue-mail.ts';
