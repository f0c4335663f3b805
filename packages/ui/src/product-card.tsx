import type { Money } from '@kindred/shop-types';
import { type ReactNode, useState } from 'react';
import { Availability, type AvailabilityState } from './availability.tsx';
import { cardTitle } from './card-title.ts';
import { Link } from './link.tsx';
import { MarkedText } from './marked-text.tsx';
import { PercentOff } from './percent-off.tsx';
import { Price, type PriceReduction } from './price.tsx';
import { ProductCardPicture } from './product-card-picture.tsx';
import { Rating } from './rating.tsx';
import { type Swatch, SwatchLinks } from './swatch-links.tsx';
import type { TextRange } from './text-parts.ts';

export interface ProductCardProps {
  href: string;
  title: string;
  /** The ranges of the title that match the search. */
  titleMatches?: readonly TextRange[] | undefined;
  brand: string | null;
  imageUrl: string | null;
  /** Shown while a mouse is over the card. */
  secondImageUrl?: string | null | undefined;
  price: Money | null;
  /** The sale of `price`. */
  reduction?: PriceReduction | null | undefined;
  /** The product has a sale, of `price` or of another of its prices. */
  isOnSale?: boolean | undefined;
  /** The price is the lowest of several. */
  isLowestPrice?: boolean | undefined;
  /** The first colours that there are to choose. */
  swatches?: readonly Swatch[] | undefined;
  /** How many colours there are beyond these. */
  moreColors?: number | undefined;
  /** What else there is to choose: sizes. */
  choices?: ReactNode;
  averageRating: number | null;
  ratingCount: number;
  availability: AvailabilityState;
  /** Why it is recommended: “Because you viewed Hearthline Mug”. */
  reason?: string | undefined;
  /** A button on the picture, apart from the card's link. */
  action?: ReactNode;
  /** A control below the text, apart from the card's link. */
  footer?: ReactNode;
  /** The width of the card, in CSS. */
  pictureSizes?: string | undefined;
  /** Within the first screen. */
  eager?: boolean | undefined;
}

/** One product in a grid or on a shelf. The title's link covers the whole card. Only what cannot be bought as usual says so. */
export function ProductCard(card: ProductCardProps) {
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [looked, setLooked] = useState<Swatch>();
  const { brand, rest, ranges } = cardTitle(card.title, { brand: card.brand, ranges: card.titleMatches });
  const isForSale = card.availability !== 'not-for-sale' && card.price !== null;
  return (
    <article
      onPointerEnter={({ pointerType }) => setIsPointedAt(pointerType === 'mouse')}
      onPointerLeave={() => setIsPointedAt(false)}
      className="group relative flex h-full flex-col"
    >
      <ProductCardPicture
        src={card.imageUrl}
        otherSrc={looked?.imageUrl ?? (isPointedAt ? (card.secondImageUrl ?? null) : null)}
        availability={card.availability}
        sizes={card.pictureSizes}
        eager={card.eager}
      />
      <div className="flex grow flex-col pt-3">
        <p aria-hidden={brand !== ''} className="min-h-4 truncate text-ink-muted text-xs">
          {card.brand}
        </p>
        <h3 className="mt-0.5 line-clamp-2 font-medium text-sm [overflow-wrap:anywhere]">
          <Link
            href={card.href}
            className="decoration-line-strong underline-offset-4 after:absolute after:inset-0 after:rounded-md group-hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:outline-offset-4"
          >
            {brand !== '' && <span className="sr-only">{brand}</span>}
            <MarkedText text={rest} ranges={ranges} markClassName="rounded-sm bg-accent-soft text-inherit" />
          </Link>
        </h3>
        <div className="mt-1.5 flex items-center">
          <Rating average={card.averageRating} count={card.ratingCount} />
        </div>
        <p className="mt-1.5 flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
          <Price
            price={isForSale ? card.price : null}
            reduction={card.reduction}
            isLowest={card.isLowestPrice}
          />
          {isForSale && card.isOnSale && (
            <PercentOff percent={card.reduction?.percentOff} className="absolute top-2.5 left-2.5" />
          )}
          {isForSale && card.availability !== 'in-stock' && (
            <Availability state={card.availability} className="text-xs" />
          )}
        </p>
        {card.swatches !== undefined && card.swatches.length > 1 && (
          <SwatchLinks
            title={card.title}
            swatches={card.swatches}
            more={card.moreColors ?? 0}
            onLook={setLooked}
          />
        )}
        {card.choices && (
          <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-xs empty:hidden">
            {card.choices}
          </p>
        )}
        {card.reason && (
          <p className="mt-2 flex gap-1.5 text-accent text-xs">
            <svg
              viewBox="0 0 16 16"
              aria-hidden="true"
              className="mt-px size-3.5 shrink-0 fill-none stroke-current"
            >
              <path d="M5.200 10.300l5.100-4.400" strokeWidth="1.4" />
              <circle cx="3.800" cy="11.500" r="2.300" strokeWidth="1.4" />
              <circle cx="12" cy="4.400" r="2.300" className="fill-current" />
            </svg>
            <span className="line-clamp-2">{card.reason}</span>
          </p>
        )}
      </div>
      {card.footer && <div className="relative z-10 print:hidden">{card.footer}</div>}
      {card.action && <div className="absolute top-1.5 right-1.5 z-10 print:hidden">{card.action}</div>}
    </article>
  );
}

/** The space of a card while its product loads. */
export function ProductCardSkeleton() {
  return (
    <div aria-hidden="true" className="animate-shimmer">
      <div className="aspect-square rounded-md bg-surface-strong" />
      <div className="mt-3 h-4 w-1/3 rounded-sm bg-surface-strong" />
      <div className="mt-2 h-3.5 w-5/6 rounded-sm bg-surface-strong" />
      <div className="mt-1.5 h-3.5 w-1/2 rounded-sm bg-surface-strong" />
      <div className="mt-2 h-4 w-24 rounded-sm bg-surface-strong" />
      <div className="mt-2 h-5 w-16 rounded-sm bg-surface-strong" />
    </div>
  );
}
