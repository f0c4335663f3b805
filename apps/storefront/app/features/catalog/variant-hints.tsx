import type { ListedProduct, ProductOption } from '@kindred/contracts';

/** The choices of a product, on its card: the smallest and the largest size, the number of any other values. Colours may have swatches. */
export function VariantHints({
  variants,
  hasSwatches,
}: Pick<ListedProduct, 'variants'> & { hasSwatches: boolean }) {
  if (variants === null || variants.count < 2) return null;
  const choices = variants.options.filter(({ values }) => values.length > 1);
  if (choices.length === 0) return <span>{variants.count} options</span>;
  return choices
    .filter(({ kind }) => !(hasSwatches && kind === 'color'))
    .map((option) => <OptionHint key={option.code} option={option} />);
}

function OptionHint({ option: { kind, label, values } }: { option: ProductOption }) {
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
