import { Link } from './link.tsx';

export interface Swatch {
  /** The colour's name. */
  label: string;
  /** In CSS. */
  color: string;
  /** The product in this colour. Undefined: the card's own product. */
  href: string | undefined;
  imageUrl: string | null;
}

interface SwatchLinksProps {
  /** Of the card. */
  title: string;
  swatches: readonly Swatch[];
  /** How many more colours there are. */
  more: number;
  /** A shopper looks at this colour; undefined: at none. */
  onLook: (swatch: Swatch | undefined) => void;
}

/** On a phone only so many have room. */
const onPhones = 4;

/** The colours of a product on its card: a link to each, and a look at it before the click. They lie above the card's own link. */
export function SwatchLinks({ title, swatches, more, onLook }: SwatchLinksProps) {
  const hidden = Math.max(0, swatches.length - onPhones);
  return (
    <ul
      aria-label={`Colours of ${title}`}
      onPointerLeave={() => onLook(undefined)}
      className="relative z-10 -ml-1.5 flex w-fit items-center"
    >
      {swatches.map((swatch, index) => (
        <li key={swatch.label} className={index < onPhones ? undefined : 'max-md:hidden'}>
          {swatch.href === undefined ? (
            <span className={target} title={swatch.label} onPointerEnter={() => onLook(undefined)}>
              <Dot color={swatch.color} isOwn />
              <span className="sr-only">{swatch.label}, shown</span>
            </span>
          ) : (
            <Link
              href={swatch.href}
              title={swatch.label}
              aria-label={`${title} in ${swatch.label}`}
              className={target}
              onPointerEnter={() => onLook(swatch)}
              onFocus={() => onLook(swatch)}
              onBlur={() => onLook(undefined)}
            >
              <Dot color={swatch.color} />
            </Link>
          )}
        </li>
      ))}
      {more + hidden > 0 && (
        <li className="pl-1 text-ink-muted text-xs tabular-nums">
          <span aria-hidden="true">
            {hidden > 0 && <span className="md:hidden">+{more + hidden}</span>}
            {more > 0 && <span className={hidden > 0 ? 'max-md:hidden' : undefined}>+{more}</span>}
          </span>
        </li>
      )}
    </ul>
  );
}

const target = 'grid h-11 w-9 place-items-center rounded-full md:size-7';

function Dot({ color, isOwn = false }: { color: string; isOwn?: boolean }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 md:size-5">
      <circle cx="12" cy="12" r="8" fill={color} className="stroke-line-strong" />
      {isOwn && <circle cx="12" cy="12" r="11" className="fill-none stroke-2 stroke-ink" />}
    </svg>
  );
}
