import { LinkButton, Picture } from '@kindred/ui';

interface WaitingProduct {
  productId: number;
  title: string;
  imageUrl: string | null;
  deliveredOn: string;
  href: string;
}

/** Delivered products without a review, each with a link to write one. */
export function WaitingProducts({ products }: { products: readonly WaitingProduct[] }) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {products.map(({ productId, title, imageUrl, deliveredOn, href }) => (
        <li key={productId} className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
          <div className="size-14 shrink-0 overflow-hidden rounded-md bg-surface">
            <Picture src={imageUrl} alt="" sizes="3.5rem" maxWidth={240} />
          </div>
          <div className="min-w-0 grow basis-40">
            <p className="line-clamp-2 font-medium text-sm [overflow-wrap:anywhere]">{title}</p>
            <p className="mt-0.5 text-ink-muted text-sm">Delivered on {deliveredOn}</p>
          </div>
          <LinkButton href={href} variant="secondary" aria-label={`Write a review: ${title}`}>
            Write a review
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
