import type { ReactNode } from 'react';
import type { CartChangeKind } from './cart-change.ts';

interface LineButtonProps {
  change: CartChangeKind;
  /** The id of the element that names the product. */
  titleId: string;
  isBusy: boolean;
  children: ReactNode;
}

/** An action on a product that is in the cart or saved for later. */
export function LineButton({ change, titleId, isBusy, children }: LineButtonProps) {
  return (
    <button
      type="submit"
      name="change"
      value={change}
      aria-describedby={titleId}
      aria-disabled={isBusy || undefined}
      className="inline-flex min-h-11 items-center text-ink-muted text-sm underline decoration-line-strong underline-offset-4 hover:text-ink hover:decoration-ink aria-disabled:opacity-50"
    >
      {children}
    </button>
  );
}
