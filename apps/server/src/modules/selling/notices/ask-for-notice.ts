import type { NoticeKind, NoticeReceipt } from '@kindred/contracts';
import { type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import { catalogProblem, findOffers } from '../../catalogue/catalog/index.ts';
import { queueMail } from '../../mailing/mails/index.ts';
import { type Asker, type Notices, noticeCapacity, unconfirmedCapacity } from './notice.ts';
import { noticeProblem } from './notice-errors.ts';
import { countNotices, putNotice } from './notice-repository.ts';
import { noticeToken } from './notice-token.ts';
import { ensureRecipient } from './recipient-repository.ts';
import { requireVerified } from './require-verified.ts';

/** A repeated request sends another mail at most once per UTC day, because the link in the first mail stays valid longer. */
const mailEveryMs = 24 * 60 * 60_000;

/**
 * Adds a notice. An account has confirmed its address. Any other address is asked by mail first, and the answer reveals nothing about it.
 * @throws ProblemError `product-not-found`, `available-now`, `no-price`, `verify-your-email`, `too-many-notices`, `account-gone`
 */
export async function askForNotice(
  notices: Notices,
  { asker, productId, kind }: { asker: Asker; productId: number; kind: NoticeKind },
): Promise<NoticeReceipt> {
  return withTransaction(notices.db, async (tx) => {
    const title = await requireSense(tx, productId, kind);
    if (asker.kind === 'user') await requireVerified(tx, asker.userId);
    const recipientId = await ensureRecipient(tx, asker);
    const wanted = { recipientId, productId, kind };
    const others = await countNotices(tx, wanted);
    if (asker.kind === 'user') {
      if (others.confirmed >= noticeCapacity)
        throw noticeProblem(
          'too-many-notices',
          `You can have at most ${noticeCapacity} notices. Please end one first.`,
        );
      await putNotice(tx, { ...wanted, isConfirmed: true });
      return { state: 'active' };
    }
    if (others.confirmed < noticeCapacity && others.unconfirmed < unconfirmedCapacity) {
      const { noticeId, isConfirmed } = await putNotice(tx, { ...wanted, isConfirmed: false });
      if (!isConfirmed) await mailQuestion(notices, tx, { noticeId, kind, title, email: asker.email });
    }
    return { state: 'confirm-by-mail' };
  });
}

/** Returns the product's title. */
async function requireSense(tx: Transaction, productId: number, kind: NoticeKind): Promise<string> {
  const offer = (await findOffers(tx, [productId])).get(productId);
  if (!offer?.isListed) throw catalogProblem('product-not-found', `No product ${productId} is listed.`);
  const { product, available } = offer;
  if (kind === 'back-in-stock' && product.price && available > 0) throw noticeProblem('available-now');
  if (kind === 'price-drop' && !product.price) throw noticeProblem('no-price');
  return product.title;
}

async function mailQuestion(
  { secret, publicUrl, clock }: Notices,
  tx: Transaction,
  { noticeId, kind, title, email }: { noticeId: string; kind: NoticeKind; title: string; email: string },
): Promise<void> {
  await queueMail(tx, {
    kind: 'notice-confirm',
    recipient: email,
    data: {
      notice: kind,
      title,
      link: `${publicUrl}/notices/confirm?token=${noticeToken(secret, 'confirm', noticeId)}`,
    },
    onceKey: `notice-confirm:${noticeId}:${Math.floor(clock().getTime() / mailEveryMs)}`,
  });
}
