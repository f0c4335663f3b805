import type { Product, ProductOption } from '@kindred/contracts';
import { classNames, Link, Picture } from '@kindred/ui';
import { productPath } from '../../shared/paths.ts';
import { ColorSwatch } from '../catalog/color-swatch.tsx';
import { missingText, type OptionChoice, optionChoices } from './option-choices.ts';

/** The options of a product, a row of links for each. A link leads to the page of a variant, so it works without JavaScript. */
export function OptionPicker({ product }: { product: Product }) {
  const options = product.variants?.options ?? [];
  if (product.combinations.length < 2) return null;
  if (options.length === 0) return <VariantList product={product} />;
  return options.map((option) => {
    const choices = optionChoices(product, option);
    const arePictures = option.kind === 'color' && choices.every(({ variant }) => variant.image_url !== null);
    const Choice = arePictures ? PictureChoice : TextChoice;
    return (
      <nav key={option.code} aria-label={option.label} className="mt-5">
        <p className="text-sm">
          <span className="text-ink-muted">{option.label}</span>
          {option.value !== null && <span className="ml-2 font-medium">{option.value}</span>}
        </p>
        <ul className="mt-2 flex flex-wrap gap-2">
          {choices.map((choice) => (
            <li key={choice.value}>
              <Choice choice={choice} option={option} />
            </li>
          ))}
        </ul>
      </nav>
    );
  });
}

interface ChoiceProps {
  choice: OptionChoice;
  option: ProductOption;
}

/** A colour, as the product looks in it. */
function PictureChoice({ choice }: ChoiceProps) {
  const { value, variant, isChosen } = choice;
  const missing = missingText(choice);
  return (
    <Link
      href={productPath(variant)}
      keepsScroll
      aria-current={isChosen ? 'true' : undefined}
      className="group block w-18 rounded-md text-center text-xs"
    >
      <span
        className={classNames(
          'relative block aspect-square overflow-hidden rounded-md border bg-surface transition-colors',
          isChosen ? 'border-ink ring-1 ring-ink' : 'border-line group-hover:border-ink',
          missing !== undefined && 'border-dashed',
        )}
      >
        <Picture
          src={variant.image_url}
          alt=""
          sizes="72px"
          maxWidth={160}
          className={missing === undefined ? undefined : 'opacity-45 grayscale'}
        />
      </span>
      <span className="mt-1 block [overflow-wrap:anywhere] group-aria-[current]:font-medium">{value}</span>
      {missing !== undefined && (
        <>
          <span className="sr-only">, </span>
          <span className="block text-ink-muted">{missing}</span>
        </>
      )}
    </Link>
  );
}

function TextChoice({ choice, option }: ChoiceProps) {
  const { value, variant, isChosen, isExact } = choice;
  const missing = missingText(choice);
  return (
    <Link
      href={productPath(variant)}
      keepsScroll
      aria-current={isChosen ? 'true' : undefined}
      className={classNames(
        'flex min-h-11 min-w-11 flex-col items-center justify-center rounded-md border px-3 py-1 text-sm transition-colors',
        isChosen ? 'border-ink ring-1 ring-ink' : 'border-line-strong hover:border-ink',
        !isExact && 'border-dashed',
        missing !== undefined && 'text-ink-muted',
      )}
    >
      <span className="flex items-center gap-2">
        {option.kind === 'color' && <ColorSwatch name={value} />}
        <span className={missing === undefined ? undefined : 'line-through decoration-1'}>{value}</span>
      </span>
      {missing !== undefined && (
        <>
          <span className="sr-only">, </span>
          <span className="text-xs leading-tight">{missing}</span>
        </>
      )}
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
