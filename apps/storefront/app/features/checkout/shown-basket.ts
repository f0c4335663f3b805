import type { Checkout, ShownBasket } from '@kindred/contracts';

/** What the page shows, as a confirmation says it: the server compares it with what holds then. */
export function shownBasket({ lines, breakdown }: Pick<Checkout, 'breakdown' | 'lines'>): ShownBasket {
  const { discount, shipping, tax } = breakdown;
  return {
    lines: lines.map(({ product_id, quantity, unit_price }) => ({ product_id, quantity, unit_price })),
    discount,
    shipping,
    tax,
  };
}
