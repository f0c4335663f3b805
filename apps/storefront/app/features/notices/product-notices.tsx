import type { Notice, Product } from '@kindred/contracts';
import { Disclosure } from '@kindred/ui';
import { NoticeForm } from './notice-form.tsx';
import { noticeKindOf, noticeText } from './notice-state.ts';

interface ProductNoticesProps {
  product: Pick<Product, 'availability' | 'product_id'>;
  /** Of whoever looks at the page. */
  notices: readonly Notice[];
}

/** The way on where something cannot be bought; a quiet offer where it can. */
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
        <Disclosure summary="Tell me when it is cheaper" isOpen={found !== undefined}>
          {form}
        </Disclosure>
      </div>
    );
  return (
    <section id="notices" aria-labelledby="notices-heading" className="rounded-lg bg-surface p-5">
      <h2 id="notices-heading" className="font-medium">
        Shall we tell you when it is back?
      </h2>
      <p className="mt-1 mb-4 text-ink-muted text-sm">One mail, when it can be bought.</p>
      {form}
    </section>
  );
}
