import type { MailOf } from './mail.ts';
import type { MailSender } from './mail-sender.ts';
import {
  alreadyRegisteredMail,
  changeEmailMail,
  emailChangeAskedMail,
  emailChangedMail,
  loginLinkMail,
  passwordChangedMail,
  resetPasswordMail,
  verifyEmailMail,
} from './templates/account-mails.ts';
import type { MailContent } from './templates/mail-content.ts';
import { newsletterConfirmMail, newsletterWelcomeMail } from './templates/newsletter-mails.ts';
import { noticeConfirmMail, productNoticesMail } from './templates/notice-mails.ts';
import {
  orderCancelledMail,
  orderConfirmedMail,
  orderDeliveredMail,
  orderNotPaidMail,
  orderRefundedMail,
  orderShippedMail,
} from './templates/order-mails.ts';
import { renderHtml } from './templates/render-html.ts';
import { orderReturnMail } from './templates/return-mails.ts';
import { layOutText } from './templates/text-layout.ts';

export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function renderMail(mail: MailOf, sender: MailSender): Promise<RenderedMail> {
  const content = contentOf(mail);
  return {
    subject: content.subject,
    html: await renderHtml(content, sender),
    text: layOutText(content, sender),
    ...(content.headers ? { headers: content.headers } : {}),
  };
}

function contentOf(mail: MailOf): MailContent {
  switch (mail.kind) {
    case 'verify-email':
      return verifyEmailMail(mail.data);
    case 'already-registered':
      return alreadyRegisteredMail(mail.data);
    case 'reset-password':
      return resetPasswordMail(mail.data);
    case 'log-in':
      return loginLinkMail(mail.data);
    case 'change-email':
      return changeEmailMail(mail.data);
    case 'email-change-asked':
      return emailChangeAskedMail(mail.data);
    case 'email-changed':
      return emailChangedMail(mail.data);
    case 'password-changed':
      return passwordChangedMail();
    case 'order-confirmed':
      return orderConfirmedMail(mail.data);
    case 'order-shipped':
      return orderShippedMail(mail.data);
    case 'order-delivered':
      return orderDeliveredMail(mail.data);
    case 'order-cancelled':
      return orderCancelledMail(mail.data);
    case 'order-not-paid':
      return orderNotPaidMail(mail.data);
    case 'order-refunded':
      return orderRefundedMail(mail.data);
    case 'order-return':
      return orderReturnMail(mail.data);
    case 'newsletter-confirm':
      return newsletterConfirmMail(mail.data);
    case 'newsletter-welcome':
      return newsletterWelcomeMail(mail.data);
    case 'notice-confirm':
      return noticeConfirmMail(mail.data);
    case 'product-notices':
      return productNoticesMail(mail.data);
    default:
      mail satisfies never;
      throw new Error(`The mail “${(mail as MailOf).kind}” has no template.`);
  }
}
