import type { Product } from '@kindred/contracts';
import { Link } from '@kindred/ui';
import { CompareBox } from './compare-box.tsx';
import { comparePath } from './compare-list.ts';
import { comparableIn } from './compare-rows.ts';

/** On a product's page: the box, and a link that works without JavaScript. */
export function CompareChoice({ product }: { product: Product }) {
  const kind = comparableIn(product);
  if (kind === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-6">
      <CompareBox product={product} kind={kind} look="page" />
      <Link
        href={comparePath([product.product_id])}
        className="inline-flex min-h-11 items-center text-sm underline decoration-line-strong underline-offset-4 hover:decoration-ink"
      >
        Compare with similar
      </Link>
    </div>
  );
}
