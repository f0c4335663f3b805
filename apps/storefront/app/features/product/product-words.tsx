import type { Product } from '@kindred/contracts';
import type { ReactNode } from 'react';

/** What the seller says about a product: description, features and details. */
export function ProductWords({ product }: { product: Product }) {
  return (
    <>
      {product.description !== '' && <Description text={product.description} />}
      <div className="mt-6">
        {product.features.length > 0 && (
          <Fold title="Features" isOpen>
            <ul className="list-disc space-y-2 pl-4 text-ink-muted text-sm marker:text-line-strong">
              {product.features.map((feature) => (
                <li key={feature} className="pl-1 [overflow-wrap:anywhere]">
                  {feature}
                </li>
              ))}
            </ul>
          </Fold>
        )}
        {Object.keys(product.details).length > 0 && (
          <Fold title="Details">
            <dl className="text-sm">
              {Object.entries(product.details).map(([name, value]) => (
                <div
                  key={name}
                  className="grid grid-cols-[2fr_3fr] gap-4 border-line border-b py-2 last:border-0"
                >
                  <dt className="text-ink-muted">{name}</dt>
                  <dd className="[overflow-wrap:anywhere]">{value}</dd>
                </div>
              ))}
            </dl>
          </Fold>
        )}
      </div>
    </>
  );
}

const longText = 420;

/** The description in paragraphs. A long one is folded after its beginning. */
function Description({ text }: { text: string }) {
  const paragraphs = text
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  const body = paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>);
  if (text.length <= longText) return <div className="mt-6 space-y-3">{body}</div>;
  return (
    <details className="group mt-6">
      <summary className="list-none [&::-webkit-details-marker]:hidden">
        <span className="line-clamp-4 group-open:hidden">{paragraphs.join(' ')}</span>
        <span className="mt-2 inline-block text-sm underline decoration-line-strong underline-offset-4">
          <span className="group-open:hidden">Read more</span>
          <span className="hidden group-open:inline">Read less</span>
        </span>
      </summary>
      <div className="mt-2 space-y-3">{body}</div>
    </details>
  );
}

function Fold({ title, isOpen = false, children }: { title: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <details open={isOpen} className="group/fold border-line border-t last:border-b">
      <summary className="flex min-h-13 list-none items-center justify-between font-medium [&::-webkit-details-marker]:hidden">
        {title}
        <span aria-hidden="true" className="relative size-3.5">
          <span className="absolute inset-x-0 top-1/2 h-px bg-ink" />
          <span className="absolute inset-y-0 left-1/2 w-px bg-ink transition-transform group-open/fold:scale-y-0" />
        </span>
      </summary>
      <div className="pb-5">{children}</div>
    </details>
  );
}
