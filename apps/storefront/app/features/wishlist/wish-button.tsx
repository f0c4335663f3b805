import { HeartButton } from '@kindred/ui';
import { useWish } from './use-wish.ts';
import { wishlistFormId } from './wishlist-form.tsx';

interface WishButtonProps {
  product: { product_id: number; title: string };
  look?: 'icon' | 'text';
}

/** Changes immediately. Without JavaScript it posts the page's wishlist form. */
export function WishButton({ product: { product_id: productId, title }, look = 'icon' }: WishButtonProps) {
  const { isWished, toggle } = useWish(productId);
  return (
    <HeartButton
      label={`Add to wishlist: ${title}`}
      isPressed={isWished}
      look={look}
      form={wishlistFormId}
      name={isWished ? 'remove' : 'add'}
      value={productId}
      onClick={(event) => {
        event.preventDefault();
        toggle();
      }}
    />
  );
}
