import type { FeedbackKind, RecommendedItem } from '@kindred/contracts';
import { useLocation } from 'react-router';
import { type Say, sayPath } from './use-say.ts';

interface Choice {
  readonly kind: FeedbackKind;
  readonly productId: number;
  readonly label: string;
}

/** A product that the shopper can tell the shop about. */
export interface Subject {
  readonly productId: number;
  readonly brand: string | null;
  /** The product that led to it, if the shopper can switch that reason off. */
  readonly because: number | null;
}

export function subjectOf({ product, reason }: Pick<RecommendedItem, 'product' | 'reason'>): Subject {
  return {
    productId: product.product_id,
    brand: product.brand,
    because: reason.can_be_switched_off ? reason.product_id : null,
  };
}

function choicesOf({ productId, brand, because }: Subject): Choice[] {
  const choices: Choice[] = [];
  if (because !== null)
    choices.push({ kind: 'without', productId: because, label: 'Do not use this reason' });
  choices.push(
    { kind: 'like', productId, label: 'More like this' },
    { kind: 'dislike', productId, label: 'Less like this' },
    { kind: 'hide', productId, label: 'Not interested' },
    { kind: 'own', productId, label: 'I already have it' },
  );
  if (brand !== null) choices.push({ kind: 'less-of-brand', productId, label: `Less of ${brand}` });
  choices.push({ kind: 'less-of-category', productId, label: 'Less of this kind' });
  return choices;
}

/** What a shopper can say about a product: a button for each opinion. */
export function Choices({
  subject,
  isBusy,
  say,
  onChoice,
}: { subject: Subject; onChoice?: () => void } & Say) {
  const { pathname, search } = useLocation();
  return (
    <form method="post" action={sayPath} className="-mx-2">
      <input type="hidden" name="return_to" value={pathname + search} />
      <ul>
        {choicesOf(subject).map(({ kind, productId, label }) => (
          <li key={kind}>
            <button
              type="submit"
              name="say"
              value={`${kind} ${productId}`}
              aria-disabled={isBusy || undefined}
              onClick={(event) => {
                event.preventDefault();
                if (isBusy) return;
                onChoice?.();
                say({ say: `${kind} ${productId}` });
              }}
              className="flex min-h-11 w-full items-center rounded-md px-2 text-left text-sm transition-colors hover:bg-surface aria-disabled:opacity-50"
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
