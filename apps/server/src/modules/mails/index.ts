export type { MailData, OrderMailData } from './mail.ts';
export { mailJobs, mailSchedules } from './mail-jobs.ts';
export { mailPicture } from './mail-picture.ts';
export { mailSenderOf } from './mail-sender.ts';
export { outboxRoutes } from './outbox-routes.ts';
export { queueMail } from './queue-mail.ts';
