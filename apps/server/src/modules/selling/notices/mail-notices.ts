import { withTransaction } from '../../../platform/postgres/database.ts';
import { type MailData, mailPicture, queueMail } from '../../mailing/mails/index.ts';
import {
  type DueNotice,
  findDueRecipients,
  lockDueNotices,
  lockDueRecipient,
  markMailed,
  noteWhatIsGone,
} from './due-notice-repository.ts';
import type { Notices } from './notice.ts';
import { noticeToken } from './notice-token.ts';

/** The next run mails the others. */
const recipientsAtOnce = 1_000;
const productsAMail = 30;

/** Sends one mail with all due notices to each recipient. It may run on several nodes concurrently. */
export async function mailNotices(notices: Notices): Promise<void> {
  const { db, clock } = notices;
  const today = clock().toISOString().slice(0, 10);
  await noteWhatIsGone(db);
  const failures: unknown[] = [];
  // A failure does not delay the other recipients.
  for (const recipientId of await findDueRecipients(db, { today, limit: recipientsAtOnce }))
    await mailRecipient(notices, { recipientId, today }).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'Some notices were not mailed.');
}

/** Queues the mail in the transaction that marks the notices, so that no mail is lost or sent twice. */
async function mailRecipient(
  notices: Notices,
  { recipientId, today }: { recipientId: string; today: string },
): Promise<void> {
  await withTransaction(notices.db, async (tx) => {
    const email = await lockDueRecipient(tx, { recipientId, today });
    if (email === undefined) return;
    const due = await lockDueNotices(tx, { recipientId, productLimit: productsAMail });
    if (due.length === 0) return;
    const token = noticeToken(notices.secret, 'recipient', recipientId);
    await queueMail(tx, {
      kind: 'product-notices',
      recipient: email,
      data: {
        products: productsOf(notices, due),
        end_link: `${notices.publicUrl}/notices/end?token=${token}`,
      },
    });
    await markMailed(tx, { recipientId, notices: due, today });
  });
}

/** A product that is back and also cheaper is listed once. */
function productsOf(notices: Notices, due: readonly DueNotice[]): MailData['product-notices']['products'] {
  return [...Map.groupBy(due, ({ productId }) => productId).values()].map((ofProduct) => {
    const [{ productId, title, priceMinor, currency, pictureUrl }] = ofProduct;
    const before = ofProduct.flatMap(({ kind, wasMinor }) =>
      kind === 'price-drop' && wasMinor ? [wasMinor] : [],
    );
    return {
      title,
      link: `${notices.publicUrl}/p/${productId}`,
      picture: mailPicture(pictureUrl, notices),
      price: { amount_minor: priceMinor, currency },
      is_back: ofProduct.some(({ kind }) => kind === 'back-in-stock'),
      was_price: before.length === 0 ? null : { amount_minor: Math.max(...before), currency },
    };
  });
}
