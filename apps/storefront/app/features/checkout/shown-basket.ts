import type { Checkout, ShownBasket } from '@kindred/contracts';

/** The lines and amounts that the page shows. The confirmation sends them, and the server compares them with the current ones. */
export function shownBasket({ lines, breakdown }: Pick<Checkout, 'breakdown' | 'lines'>): ShownBasket {
  const { discount, shipping, tax } = breakdown;
  return {
    lines: lines.map(({ product_id, quantity, unit_price }) => ({ product_id, quantity, unit_price })),
    discount,
    shipping,
    tax,
  };
}
