import type { CartItem } from '@kindred/contracts';
import { Button, QuantityStepper } from '@kindred/ui';
import { useState } from 'react';
import { Form } from 'react-router';
import { cartPath, mostOfOne } from './cart-change.ts';

interface LineQuantityProps {
  item: CartItem;
  /** The quantity that the shopper chose. The server may not know it yet. */
  quantity: number;
  onWant: (quantity: number) => void;
}

export function LineQuantity({ item, quantity, onWant }: LineQuantityProps) {
  const { product_id: id, title } = item.product;
  const [typed, setTyped] = useState<string>();
  const max = Math.min(mostOfOne, item.available);

  function commit() {
    if (typed === undefined) return;
    setTyped(undefined);
    const wanted = Math.min(max, Number.parseInt(typed, 10));
    if (wanted >= 1 && wanted !== quantity) onWant(wanted);
  }

  return (
    <Form
      method="post"
      action={cartPath}
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <input type="hidden" name="change" value="set-quantity" />
      <input type="hidden" name="product_id" value={id} />
      <input type="hidden" name="was" value={item.quantity} />
      {/* First in the form, because the Enter key presses the first button. */}
      <Button type="submit" variant="secondary" className="order-1 scripted:hidden">
        Update
      </Button>
      <QuantityStepper
        id={`quantity-${id}`}
        name="quantity"
        label={`Quantity of ${title}`}
        value={typed ?? quantity}
        max={max}
        onStep={(next) => {
          setTyped(undefined);
          onWant(next);
        }}
        onInput={(event) => setTyped(event.target.value.replace(/\D/g, '').slice(0, 2))}
        onCommit={commit}
      />
    </Form>
  );
}
