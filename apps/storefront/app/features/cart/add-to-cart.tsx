import type { Product } from '@kindred/contracts';
import { Alert, Button, CheckIcon, QuantityStepper, useToasts } from '@kindred/ui';
import { useEffect, useRef, useState } from 'react';
import type { action } from '../../routes/cart/changes.ts';
import { afterNextPaint } from '../../shared/after-next-paint.ts';
import { useQuickFetcher } from '../../shared/use-quick-fetcher.ts';
import { AddedDrawer } from './added-drawer.tsx';
import { addedText } from './added-text.ts';
import { cartChangesPath, cartPath, mostOfOne } from './cart-change.ts';
import { CartForm } from './cart-form.tsx';
import type { CartAnswer } from './change-cart.ts';
import { isFirstAdd } from './first-add.ts';

const saidMs = 2_000;

/** The quantity and the button, which a phone keeps at the lower edge of its window. The first addition of a browser session opens a drawer; later ones show a toast. */
export function AddToCart({ product, searchId }: { product: Product; searchId: string | undefined }) {
  const fetcher = useQuickFetcher<typeof action>();
  const toasts = useToasts();
  const [quantity, setQuantity] = useState('1');
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  const [saysAdded, setSaysAdded] = useState(false);
  const { isBusy } = fetcher;
  const answer = isBusy ? undefined : fetcher.data;
  const problem = answer?.refusal?.message ?? answer?.notices[0]?.message;
  const max = Math.min(mostOfOne, product.available);

  const told = useRef<CartAnswer>(undefined);
  useEffect(() => {
    if (!answer || told.current === answer) return;
    told.current = answer;
    if (answer.refusal) return setSaysAdded(false);
    if (!isDrawerOpen)
      toasts.show({
        text: addedText(product.title, answer),
        link: { href: cartPath, label: 'View cart' },
      });
  }, [answer, isDrawerOpen, product.title, toasts]);

  useEffect(() => {
    if (!saysAdded || isBusy) return;
    const timer = setTimeout(() => setSaysAdded(false), saidMs);
    return () => clearTimeout(timer);
  }, [saysAdded, isBusy]);

  return (
    <div className="bottom-bar mt-5 print:hidden">
      <CartForm
        fetcher={fetcher}
        className="flex flex-wrap items-center gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isBusy) return;
          setSaysAdded(true);
          afterNextPaint(() => {
            if (isFirstAdd()) setIsDrawerOpen(true);
          });
          fetcher.post(event.currentTarget, { action: cartChangesPath });
        }}
      >
        <input type="hidden" name="change" value="add" />
        <input type="hidden" name="product_id" value={product.product_id} />
        {searchId !== undefined && <input type="hidden" name="search" value={searchId} />}
        <Button
          type="submit"
          size="lg"
          aria-disabled={isBusy || undefined}
          className="order-2 grow aria-disabled:opacity-100"
        >
          {saysAdded ? (
            <>
              <CheckIcon size={18} aria-hidden="true" /> Added
            </>
          ) : (
            'Add to cart'
          )}
        </Button>
        <QuantityStepper
          id="add-quantity"
          name="quantity"
          label={`Quantity of ${product.title}`}
          value={quantity}
          max={max}
          needsScript
          onStep={(next) => setQuantity(String(next))}
          onInput={(event) => setQuantity(event.target.value.replace(/\D/g, '').slice(0, 2))}
          onCommit={() => setQuantity(String(Math.max(1, Math.min(max, Number(quantity) || 1))))}
        />
      </CartForm>
      {problem !== undefined && !isDrawerOpen && (
        <Alert tone="warning" role="alert" title={problem} className="mt-3" />
      )}
      <AddedDrawer
        product={product}
        answer={answer}
        isOpen={isDrawerOpen}
        onClose={() => setIsDrawerOpen(false)}
      />
    </div>
  );
}
