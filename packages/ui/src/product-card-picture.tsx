import type { AvailabilityState } from './availability.tsx';
import { classNames } from './class-names.ts';
import { Picture } from './picture.tsx';

interface ProductCardPictureProps {
  src: string | null;
  /** Shown instead while a mouse is over the card. It loads only then. */
  otherSrc: string | null;
  availability: AvailabilityState;
  sizes: string | undefined;
  eager: boolean | undefined;
}

export function ProductCardPicture({ src, otherSrc, availability, sizes, eager }: ProductCardPictureProps) {
  const shared = {
    alt: '',
    sizes: sizes ?? '(min-width: 64rem) 25vw, 50vw',
    maxWidth: 800 as const,
  };
  return (
    <div className="aspect-square overflow-hidden rounded-md bg-surface">
      <div
        className={classNames(
          'relative size-full transition-transform duration-500 ease-out group-hover:scale-[1.035]',
          availability === 'out-of-stock' && 'opacity-55 grayscale',
        )}
      >
        <Picture {...shared} src={src} eager={eager} />
        {otherSrc !== null && (
          <Picture
            {...shared}
            key={otherSrc}
            src={otherSrc}
            eager
            className="absolute inset-0 transition-opacity duration-200 starting:opacity-0"
          />
        )}
      </div>
    </div>
  );
}
