import type { Product } from '@kindred/contracts';
import { Button, LinkButton, useToasts } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/cart/changes.ts';
import { productPath } from '../../shared/paths.ts';
import { addedText } from '../cart/added-text.ts';
import { cartPath } from '../cart/cart-change.ts';
import { CartForm } from '../cart/cart-form.tsx';
import type { CartAnswer } from '../cart/change-cart.ts';

/** Adds one to the cart. A product that cannot be bought offers a notice instead. */
export function AddComparedToCart({ product }: { product: Product }) {
  const fetcher = useFetcher<typeof action>();
  const toasts = useToasts();
  const isBusy = fetcher.state !== 'idle';

  const told = useRef<CartAnswer>(undefined);
  useEffect(() => {
    const answer = fetcher.data;
    if (isBusy || !answer || told.current === answer) return;
    told.current = answer;
    if (answer.refusal) toasts.show({ text: answer.refusal.message });
    else
      toasts.show({
        text: addedText(product.title, answer),
        link: { href: cartPath, label: 'View cart' },
      });
  }, [isBusy, fetcher.data, product.title, toasts]);

  if (product.available === 0)
    return (
      <LinkButton
        href={`${productPath(product)}#notices`}
        variant="secondary"
        aria-label={`Notify me: ${product.title}`}
        className="max-md:w-full max-md:px-2"
      >
        Notify me
      </LinkButton>
    );
  return (
    <CartForm fetcher={fetcher} onSubmit={(event) => isBusy && event.preventDefault()}>
      <input type="hidden" name="change" value="add" />
      <input type="hidden" name="product_id" value={product.product_id} />
      <input type="hidden" name="quantity" value={1} />
      <Button
        type="submit"
        aria-label={`Add to cart: ${product.title}`}
        aria-disabled={isBusy || undefined}
        className="max-md:w-full max-md:px-2"
      >
        Add to cart
      </Button>
    </CartForm>
  );
}
