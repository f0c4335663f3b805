import type { ListedProduct, ProductOption } from '@kindred/contracts';
import { cssColorOf } from '@kindred/shop-types';
import { ColorSwatch } from './color-swatch.tsx';

const shownColors = 5;

/** The choices of a product, on its card: a dot for each colour, the smallest and the largest size, the number of any other values. */
export function VariantHints({ variants }: Pick<ListedProduct, 'variants'>) {
  if (variants === null || variants.count < 2) return null;
  const choices = variants.options.filter(({ values }) => values.length > 1);
  if (choices.length === 0) return <span>{variants.count} options</span>;
  return choices.map((option) => <OptionHint key={option.code} option={option} />);
}

function OptionHint({ option: { kind, label, values } }: { option: ProductOption }) {
  if (kind === 'color' && values.every((value) => cssColorOf(value) !== undefined)) {
    const rest = values.length - shownColors;
    return (
      <span className="inline-flex items-center gap-1">
        <span className="sr-only">
          {label}: {values.join(', ')}
        </span>
        {values.slice(0, shownColors).map((value) => (
          <ColorSwatch key={value} name={value} />
        ))}
        {rest > 0 && <span aria-hidden="true">+{rest}</span>}
      </span>
    );
  }
  if (kind === 'size')
    return (
      <span>
        {label} {values[0]} to {values.at(-1)}
      </span>
    );
  return (
    <span>
      {label}: {values.length} options
    </span>
  );
}
