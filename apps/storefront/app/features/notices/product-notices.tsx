import type { Notice, Product } from '@kindred/contracts';
import { Disclosure } from '@kindred/ui';
import { NoticeForm } from './notice-form.tsx';
import { noticeKindOf, noticeText } from './notice-state.ts';

interface ProductNoticesProps {
  product: Pick<Product, 'availability' | 'product_id'>;
  /** The visitor's own. */
  notices: readonly Notice[];
}

/** A section if the product is not available; a folded line if it is. */
export function ProductNotices({ product, notices }: ProductNoticesProps) {
  const kind = noticeKindOf(product);
  const found = notices.find(
    (notice) => notice.product.product_id === product.product_id && notice.kind === kind,
  );
  const form = (
    <NoticeForm
      key={kind}
      productId={product.product_id}
      kind={kind}
      notice={found && { noticeId: found.notice_id, text: noticeText(found) }}
    />
  );
  if (kind === 'price-drop')
    return (
      <div id="notices">
        <Disclosure summary="Notify me when the price drops" isOpen={found !== undefined}>
          {form}
        </Disclosure>
      </div>
    );
  return (
    <section id="notices" aria-labelledby="notices-heading" className="rounded-lg bg-surface p-5">
      <h2 id="notices-heading" className="font-medium">
        Get notified when it is available
      </h2>
      <p className="mt-1 mb-4 text-ink-muted text-sm">We will send you one email when you can buy it.</p>
      {form}
    </section>
  );
}
