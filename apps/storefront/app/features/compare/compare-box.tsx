import type { ProductSummary } from '@kindred/contracts';
import { classNames, useToasts } from '@kindred/ui';
import { comparePath, mostCompared, withoutProduct, withProduct } from './compare-list.ts';
import { comparedList, keepCompared, useIsCompared } from './compare-store.ts';

interface CompareBoxProps {
  product: Pick<ProductSummary, 'product_id' | 'title' | 'image_url'>;
  /** The slug of the category in which it can be compared. */
  kind: string;
  look: 'card' | 'page';
}

const looks = {
  card: 'min-h-11 pr-3 text-xs md:min-h-9',
  page: 'min-h-11 text-sm',
};

/** Adds a product to the comparison. Without JavaScript it is hidden, because only the browser keeps the list. */
export function CompareBox({ product, kind, look }: CompareBoxProps) {
  const isCompared = useIsCompared(product.product_id);
  const toasts = useToasts();
  const compared = { id: product.product_id, title: product.title, imageUrl: product.image_url };

  function change(isWanted: boolean) {
    const list = comparedList();
    if (!isWanted) return keepCompared(withoutProduct(list, compared.id));
    const next = withProduct(list, compared, kind);
    if (next === 'full')
      toasts.show({
        text: `You can compare up to ${mostCompared} products. Remove one first.`,
        link: { href: comparePath(list.products.map(({ id }) => id)), label: 'Compare' },
      });
    else if (next === 'other-kind')
      toasts.show({
        text: `You can compare products of one kind. Start over with ${shortened(product.title)}?`,
        button: { label: 'Start over', onClick: () => keepCompared({ kind, products: [compared] }) },
      });
    else keepCompared(next);
  }

  return (
    <label
      className={classNames(
        'hidden items-center gap-2 self-start text-ink-muted hover:text-ink scripted:inline-flex',
        looks[look],
      )}
    >
      <input
        type="checkbox"
        aria-label={`Compare: ${product.title}`}
        checked={isCompared}
        onChange={(event) => change(event.currentTarget.checked)}
        className="size-4 shrink-0"
      />
      Compare
    </label>
  );
}

const shortened = (title: string): string =>
  title.length <= 40 ? title : `${title.slice(0, 39).trimEnd()}…`;
