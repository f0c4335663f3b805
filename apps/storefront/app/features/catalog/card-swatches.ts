import type { ListedProduct } from '@kindred/contracts';
import { cssColorOf } from '@kindred/shop-types';
import type { Swatch } from '@kindred/ui';

type HrefOf = (product: { product_id: number; title: string }) => string;

/** The first colours of a product and how many more there are. None if a colour has no known look, because a dot would say nothing. */
export function cardSwatches(
  { product_id, variants }: Pick<ListedProduct, 'product_id' | 'variants'>,
  hrefOf: HrefOf,
): { swatches: Swatch[]; moreColors: number } {
  const { swatches = [], options = [] } = variants ?? {};
  const colors = options.find(({ kind }) => kind === 'color')?.values.length ?? 0;
  const shown = swatches.map((swatch): Swatch | undefined => {
    const color = cssColorOf(swatch.value);
    if (color === undefined) return undefined;
    return {
      label: swatch.value,
      color,
      href: swatch.product_id === product_id ? undefined : hrefOf(swatch),
      imageUrl: swatch.image_url,
    };
  });
  const known = shown.filter((swatch) => swatch !== undefined);
  if (known.length < shown.length || known.length < 2) return { swatches: [], moreColors: 0 };
  return { swatches: known, moreColors: colors - known.length };
}
