import type { Product, ProductOption } from '@kindred/contracts';
import { classNames, Link } from '@kindred/ui';
import { productPath } from '../../shared/paths.ts';
import { ColorSwatch } from '../catalog/color-swatch.tsx';
import { canBeHad, type OptionChoice, optionChoices } from './option-choices.ts';

/** The options of a product, a row of links for each. A link leads to the page of a variant, so it works without JavaScript. */
export function OptionPicker({ product }: { product: Product }) {
  const options = product.variants?.options ?? [];
  if (product.combinations.length < 2) return null;
  if (options.length === 0) return <VariantList product={product} />;
  return options.map((option) => (
    <nav key={option.code} aria-label={option.label} className="mt-5">
      <p className="text-sm">
        <span className="text-ink-muted">{option.label}</span>
        {option.value !== null && <span className="ml-2 font-medium">{option.value}</span>}
      </p>
      <ul className="mt-2 flex flex-wrap gap-2">
        {optionChoices(product, option).map((choice) => (
          <li key={choice.value}>
            <ChoiceLink choice={choice} option={option} />
          </li>
        ))}
      </ul>
    </nav>
  ));
}

function ChoiceLink({ choice, option }: { choice: OptionChoice; option: ProductOption }) {
  const { value, variant, isChosen, isExact } = choice;
  const isThere = isExact && canBeHad(variant);
  return (
    <Link
      href={productPath(variant)}
      keepsScroll
      aria-current={isChosen ? 'true' : undefined}
      className={classNames(
        'flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md border px-3 text-sm transition-colors',
        isChosen ? 'border-ink ring-1 ring-ink' : 'border-line-strong hover:border-ink',
        !isExact && 'border-dashed',
        !isThere && 'text-ink-muted line-through decoration-1',
      )}
    >
      {option.kind === 'color' && <ColorSwatch name={value} />}
      {value}
      {!isExact && <span className="sr-only">, only with other options</span>}
      {isExact && !isThere && <span className="sr-only">, out of stock</span>}
    </Link>
  );
}

/** Variants without options are listed by title. */
function VariantList({ product }: { product: Product }) {
  return (
    <nav aria-label="Options" className="mt-5">
      <ul className="space-y-1 text-sm">
        {product.combinations.map((variant) => (
          <li key={variant.product_id}>
            <Link
              href={productPath(variant)}
              keepsScroll
              aria-current={variant.product_id === product.product_id ? 'true' : undefined}
              className="inline-flex min-h-9 items-center underline decoration-line-strong underline-offset-4 aria-[current]:font-medium aria-[current]:no-underline"
            >
              {variant.title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
